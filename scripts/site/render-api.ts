/** The API reference: every public entry of every public package, from the types and docstrings of its sources. */
import { join } from 'node:path'
import { Application, JSX } from 'typedoc'
import { readPublicPackages } from '../read-public-packages.ts'

/** Of core's rooms: trainers show them, and nobody is to rely on them. */
const ROOM_TYPES = [
  'CueChances',
  'ParserInput',
  'Reading',
  'RoleProposal',
  'TokenRange',
  'TokenShapes',
  'TokenTable',
  'Window'
]

/** What can be imported, and the source that it is made from. `./rooms` is unstable and for our own packages; files are no code. */
function findEntries(root: string): Map<string, string> {
  return new Map(
    readPublicPackages(root).flatMap(({ folder, manifest }) =>
      Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) =>
        typeof target === 'string' || entry === './rooms'
          ? []
          : [[manifest.name + entry.slice(1), join(root, folder, target['saywho-source'])]]
      )
    )
  )
}

/**
 * Writes the reference as HTML that needs no network.
 *
 * @param root the repository's folder.
 * @param out a folder, which is emptied first.
 * @throws {Error} where a type that is shown is not exported, a link leads nowhere, or anything else is warned of.
 */
export async function renderApi(root: string, out: string): Promise<void> {
  const entries = findEntries(root)
  const app = await Application.bootstrap({
    name: 'Saywho API',
    entryPoints: [...entries.values()],
    tsconfig: join(root, 'scripts/site/tsconfig.json'),
    // `pnpm types` checks them.
    skipErrorChecking: true,
    out,
    customCss: join(import.meta.dirname, 'api.css'),
    readme: 'none',
    includeVersion: false,
    disableSources: true,
    hideGenerator: true,
    githubPages: false,
    validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true },
    logLevel: 'Warn'
  })
  app.renderer.hooks.on('sidebar.begin', ({ relativeURL }) =>
    JSX.createElement(
      'a',
      { href: relativeURL('../index.html'), class: 'to-documentation' },
      '← Documentation'
    )
  )
  const project = await app.convert()
  if (project === undefined) throw new Error('the API reference: its sources can not be read')
  for (const module of project.children ?? []) {
    const entry = [...entries].find(([, file]) =>
      [`/${module.name}.ts`, `/${module.name}/index.ts`].some((end) => file.endsWith(end))
    )
    if (entry === undefined) throw new Error(`the API reference: ${module.name} is no entry of a package`)
    module.name = entry[0]
  }
  // Only what one package holds is asked for; there is no one package here, so each has its turn.
  for (const { manifest } of readPublicPackages(root)) {
    project.packageName = manifest.name
    app.options.setValue('intentionallyNotExported', manifest.name === '@saywho/core' ? ROOM_TYPES : [])
    app.validate(project)
  }
  await app.generateOutputs(project)
  const { warningCount, errorCount } = app.logger
  if (warningCount + errorCount > 0)
    throw new Error(`the API reference: ${errorCount} errors, ${warningCount} warnings`)
}

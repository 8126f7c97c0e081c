/**
 * A project outside of the repository that installs our packages as they would be published, checks the types of every entry and
 * runs it: `check-consumer.ts FOLDER`, where FOLDER holds the packed tarballs and the project is made.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

interface Manifest {
  name: string
  version: string
  private?: boolean
  exports: Record<string, unknown>
}

const [tarballs = '.'] = process.argv.slice(2)
const project = resolve(tarballs, 'consumer')
const manifests = readdirSync('packages').map((folder) => ({
  folder,
  manifest: JSON.parse(readFileSync(join('packages', folder, 'package.json'), 'utf8')) as Manifest
}))
const ours = manifests.filter(({ manifest }) => manifest.private !== true)

/** Whoever uses a plugin has these. */
const THEIRS = [
  'rehype-parse',
  'rehype-stringify',
  'retext-english',
  'retext-stringify',
  'typescript',
  'unified'
]
const catalog = readFileSync('pnpm-workspace.yaml', 'utf8')
const versionOf = (name: string) => new RegExp(`^ {2}"?${name}"?: (\\S+)$`, 'm').exec(catalog)?.[1] ?? '*'

/** Written as a reader of the READMEs would, strictly typed. */
const PROGRAM = `
import { strict as assert } from 'node:assert'
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import retextEnglish from 'retext-english'
import retextStringify from 'retext-stringify'
import { unified } from 'unified'
import { createExtractor } from '@saywho/core'
import { english } from '@saywho/english'
import rehypeSaywho from 'rehype-saywho'
import rehypeSaywhoCore from 'rehype-saywho/core'
import retextSaywho from 'retext-saywho'
import retextSaywhoCore from 'retext-saywho/core'
import retextSaywhoLint, { type Options } from 'retext-saywho/lint'
import { type Extraction, extract } from 'saywho'
import { annotateHtml, extractHtml } from 'saywho/html'

const TEXT = '“It is late,” Ana Brandt claimed.'
const expected: Extraction = extract(TEXT)
assert.equal(expected.attributions[0]?.source[0]?.text, 'Ana Brandt')

const rules: Options = { 'loaded-verb': ['error', { allow: ['admit'] }] }
const text = await unified()
  .use(retextEnglish)
  .use(retextSaywho, { minConfidence: 0.1 })
  .use(retextSaywhoLint, rules)
  .use(retextStringify)
  .process(TEXT)
const found: Extraction | undefined = text.data.saywho
assert.deepEqual(found, expected)
assert.deepEqual(text.messages.map(({ ruleId, fatal }) => [ruleId, fatal]), [['loaded-verb', true]])
assert.equal(String(text), TEXT)

const own = createExtractor(english)
const later = await unified()
  .use(retextEnglish)
  .use(retextSaywhoCore, async (text: string) => own(text))
  .use(retextStringify)
  .process(TEXT)
assert.deepEqual(later.data.saywho, expected)

const page = await unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSaywho, { page: { url: 'https://example.org/x' } })
  .use(rehypeStringify)
  .process(\`<p>\${TEXT}</p>\`)
assert.equal(page.data.saywho?.text, TEXT)
assert.deepEqual(page.data.saywhoOrigins, [{ start: 0, end: TEXT.length, origin: { start: 3, end: 3 + TEXT.length } }])
assert.match(String(page), /data-saywho-content/)
const same = await unified()
  .use(rehypeParse, { fragment: true })
  .use(rehypeSaywhoCore, own, { jsonLd: false })
  .use(rehypeStringify)
  .process(\`<p>\${TEXT}</p>\`)
assert.deepEqual(same.data.saywho, page.data.saywho)
assert.deepEqual(extractHtml(\`<p>\${TEXT}</p>\`), page.data.saywho)
assert.match(annotateHtml(\`<p>\${TEXT}</p>\`), /data-saywho-content/)
`

/** Every entry of every package can be imported and typed; what is no code can be read. */
const entries = ours.flatMap(({ manifest: { name, exports } }) =>
  Object.keys(exports).map((entry) => name + entry.slice(1))
)
const IMPORTS = entries
  .map((entry, index) =>
    entry.endsWith('.json')
      ? `import json${index} from '${entry}' with { type: 'json' }\nassert.equal(typeof json${index}, 'object')`
      : `import * as entry${index} from '${entry}'\nassert.ok(Object.keys(entry${index}).length > 0, '${entry}')`
  )
  .join('\n')

mkdirSync(project, { recursive: true })
const write = (name: string, content: string) => writeFileSync(join(project, name), content)
write(
  'package.json',
  JSON.stringify({
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(ours.map(({ folder, manifest }) => [manifest.name, `file:../${folder}.tgz`])),
      ...Object.fromEntries(['@types/node', ...THEIRS].map((name) => [name, versionOf(name)]))
    }
  })
)
write(
  'tsconfig.json',
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      module: 'NodeNext',
      strict: true,
      exactOptionalPropertyTypes: true,
      resolveJsonModule: true,
      types: ['node'],
      outDir: 'built'
    },
    files: ['program.ts', 'imports.ts']
  })
)
write('program.ts', PROGRAM)
write('imports.ts', `import { strict as assert } from 'node:assert'\n${IMPORTS}\n`)

function run(command: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: project, encoding: 'utf8' })
  if (status === 0) return stdout
  console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}`)
  process.exit(1)
}

run('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline')
run('npx', 'tsc')
run('node', 'built/program.js')
run('node', 'built/imports.js')
const version = run('npx', 'saywho', '--version').trim()
if (!ours.some(({ manifest }) => manifest.version === version)) {
  console.error(`saywho --version: got ${version}`)
  process.exit(1)
}

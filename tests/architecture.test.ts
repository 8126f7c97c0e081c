import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { init, parse } from 'es-module-lexer'
import { beforeAll, describe, expect, it } from 'vitest'

const packages = fileURLToPath(new URL('../packages', import.meta.url))

/** What each package may import of ours; types come from core everywhere. */
const ARROWS: Record<string, readonly string[]> = {
  core: [],
  english: [],
  jsonld: [],
  claimreview: [],
  view: [],
  retext: ['@saywho/core', '@saywho/english'],
  rehype: ['@saywho/core', '@saywho/english', '@saywho/jsonld'],
  saywho: ['@saywho/core', '@saywho/english', '@saywho/jsonld', '@saywho/claimreview', 'rehype-saywho'],
  neural: ['@saywho/core', '@saywho/english'],
  training: ['@saywho/core', '@saywho/english'],
  playground: ['@saywho/claimreview', '@saywho/jsonld', '@saywho/view', 'saywho'],
  cli: [
    '@saywho/core',
    '@saywho/english',
    '@saywho/jsonld',
    '@saywho/claimreview',
    '@saywho/neural',
    '@saywho/training',
    '@saywho/view',
    'rehype-saywho',
    'retext-saywho',
    'saywho'
  ]
}
/** Core's rooms in the order of the flow. A room imports what lies before it. */
const ROOMS = ['text', 'tagging', 'quotation', 'cue', 'role', 'attribution', 'mention', 'coreference']
/** Packages that may use Node's own modules. */
const ON_NODE = ['cli', 'training']

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join(folder, path))

/** The modules that a file imports; without types, those that are left of them at run time. */
function importsOf(file: string, { withTypes = false } = {}): string[] {
  return parse(readFileSync(file, 'utf8'))[0]
    .filter((its) => withTypes || !('typeOnly' in its && its.typeOnly))
    .flatMap(({ specifier }) => specifier ?? [])
}

const nameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** What a specifier stands for: for one of the package's own, `#` before it, what it may be at run time. */
const targetsOf = (specifier: string, imports: Record<string, Record<string, string>> = {}): string[] =>
  specifier.startsWith('#')
    ? Object.entries(imports[specifier] ?? {}).flatMap(([when, its]) => (when === 'types' ? [] : [its]))
    : [specifier]

beforeAll(() => init)

describe('packages', () => {
  it('are read rightly: types apart from what is left of them', () => {
    const file = join(packages, 'core/src/pipeline.ts')
    expect(importsOf(file)).toContain('./cue/score-cues.ts')
    expect(importsOf(file)).not.toContain('./types.ts')
    expect(importsOf(file, { withTypes: true })).toContain('./types.ts')
  })

  it('are all in the table of arrows', () => {
    expect(readdirSync(packages).sort()).toEqual(Object.keys(ARROWS).sort())
  })

  it.each(Object.entries(ARROWS))('%s imports of ours no more than it may', (name, allowed) => {
    for (const file of filesOf(join(packages, name, 'src')))
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('.'))
          expect(relative(join(packages, name), join(dirname(file), specifier))).not.toMatch(/^\.\./)
        else if (/\bsaywho\b/.test(specifier)) expect(allowed, file).toContain(nameOf(specifier))
      }
  })

  it.each(Object.keys(ARROWS).filter((name) => !ON_NODE.includes(name)))(
    '%s runs where there is no Node',
    (name) => {
      for (const file of filesOf(join(packages, name, 'src')))
        for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/^node:/)
    }
  )

  it("the server's app runs where there is no Node", () => {
    const files = filesOf(join(packages, 'cli/src/server'))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files)
      for (const specifier of importsOf(file))
        expect(specifier, file).toMatch(
          /^(?:\.\/|\.\.\/\.\.\/package\.json$|hono|saywho|@saywho\/|@cfworker\/)/
        )
  })

  it.each(Object.keys(ARROWS))('%s declares what it imports, and nothing else', (name) => {
    const manifest = JSON.parse(readFileSync(join(packages, name, 'package.json'), 'utf8'))
    const imported = filesOf(join(packages, name, 'src'))
      .flatMap((file) => importsOf(file, { withTypes: true }))
      .filter((specifier) => !/^(?:\.|node:)/.test(specifier))
      .flatMap((specifier) => targetsOf(specifier, manifest.imports))
    const types = (specifier: string) => `@types/${specifier}`
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
    for (const specifier of imported)
      expect(
        [nameOf(specifier), types(specifier)].some((its) => declared.includes(its)),
        specifier
      ).toBe(true)
    for (const dependency of declared)
      expect(
        imported.some((its) => [nameOf(its), types(its)].includes(dependency)),
        dependency
      ).toBe(true)
  })
})

describe("core's rooms", () => {
  const rooms = join(packages, 'core/src')
  it.each(ROOMS)('%s imports only what lies before it', (room) => {
    const allowed = ROOMS.slice(0, ROOMS.indexOf(room) + 1)
    for (const file of filesOf(join(rooms, room)))
      for (const specifier of importsOf(file, { withTypes: true }).filter((its) => its.startsWith('.'))) {
        const [target] = relative(rooms, join(dirname(file), specifier)).split('/')
        expect([...allowed, 'types.ts', 'language.ts'], `${file} imports ${specifier}`).toContain(target)
      }
  })

  it('are run by pipeline.ts alone; its end may only number what the rooms found', () => {
    for (const file of filesOf(rooms).filter(
      (path) => dirname(path) === rooms && !/(?:pipeline|rooms|assemble-extraction)\.ts$/.test(path)
    ))
      for (const specifier of importsOf(file)) expect(ROOMS, file).not.toContain(specifier.split('/')[1])
  })
})

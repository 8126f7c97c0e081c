/**
 * A project outside of the repository that installs our packages as they would be published, checks the types of every entry and
 * runs it, and every program that the READMEs and the documentation show: `check-consumer.ts FOLDER`, where FOLDER holds the packed
 * tarballs and the project is made.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { run } from './checklist.ts'
import { readPublicPackages } from './read-public-packages.ts'
import { readSnippets } from './read-snippets.ts'
import { findPages } from './site/find-pages.ts'

const [tarballs = '.'] = process.argv.slice(2)
const project = resolve(tarballs, 'consumer')
const ours = readPublicPackages('.').map(({ folder, manifest }) => ({
  folder: basename(folder),
  manifest
}))

/** Whoever uses a plugin has these. */
const THEIRS = [
  'onnxruntime-node',
  'parse-english',
  'rehype-parse',
  'rehype-stringify',
  'remark-parse',
  'remark-retext',
  'retext-english',
  'retext-stringify',
  'typescript',
  'unified',
  'vfile-reporter'
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

/** What a reader of the READMEs and the documentation would copy, by the place it stands at. */
const snippets = findPages('.').flatMap((page) =>
  readSnippets(readFileSync(page, 'utf8'))
    .filter(({ kind }) => kind === 'ts')
    .map((snippet, index) => ({ ...snippet, page, name: `snippets/${page.replace(/\W+/g, '-')}-${index}` }))
)

/** Every entry of every package can be imported and typed; what is no code can be read. */
const entries = ours.flatMap(({ manifest: { name, exports } }) =>
  Object.keys(exports ?? {}).map((entry) => name + entry.slice(1))
)
const IMPORTS = entries
  .map((entry, index) =>
    entry.endsWith('.json')
      ? `import json${index} from '${entry}' with { type: 'json' }\nassert.equal(typeof json${index}, 'object')`
      : entry.endsWith('/model')
        ? `assert.ok(existsSync(new URL(import.meta.resolve('${entry}'))), '${entry}')`
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
    files: ['program.ts', 'imports.ts', ...snippets.map(({ name }) => `${name}.ts`)]
  })
)
// The element brings the DOM's types along, whatever the settings of who imports it.
write(
  'tsconfig.element.json',
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2022'],
      module: 'NodeNext',
      strict: true,
      types: [],
      outDir: 'built'
    },
    files: ['element.ts']
  })
)
write(
  'element.ts',
  `import { SaywhoView } from '@saywho/view'\nexport const choose = (view: SaywhoView) => view.isConnected && view.choose(null)\n`
)
write('program.ts', PROGRAM)
write(
  'imports.ts',
  `import { strict as assert } from 'node:assert'\nimport { existsSync } from 'node:fs'\n${IMPORTS}\n`
)
mkdirSync(join(project, 'snippets'))
for (const { name, code } of snippets) write(`${name}.ts`, code)
// They read these.
cpSync('examples', join(project, 'examples'), {
  recursive: true,
  filter: (path) => !path.includes('node_modules')
})

const runHere = (command: string, ...args: string[]): string => run(command, args, project)

// Of ONNX Runtime what the package carries is enough; its script would fetch libraries for graphics cards.
process.env.ONNXRUNTIME_NODE_INSTALL = 'skip'
runHere('npm', 'install', '--no-audit', '--no-fund', '--prefer-offline')
runHere('npx', 'tsc')
runHere('npx', 'tsc', '--project', 'tsconfig.element.json')
runHere('node', 'built/program.js')
runHere('node', 'built/imports.js')
for (const { page, name, code, output } of snippets) {
  const printed = runHere('node', `built/${name}.js`)
  if (printed !== output)
    throw new Error(`${page} shows\n${code}\nwhich prints\n${printed}\nand not\n${output}`)
}
const version = runHere('npx', 'saywho', '--version').trim()
if (!ours.some(({ manifest }) => manifest.version === version))
  throw new Error(`saywho --version: got ${version}`)
// What threads run is a file of its own in the package; from the sources they read no Markdown.
const extracted = (...flags: string[]) =>
  runHere('npx', 'saywho', 'extract', '--format', 'ndjson', ...flags, 'examples/unified/ferry.md')
const inThreads = extracted('--workers', '2')
if (inThreads !== extracted() || !inThreads.includes('"attributions":[{'))
  throw new Error(`saywho extract --workers 2: got ${inThreads}`)
const accurate = extracted('--accurate')
if (!accurate.includes('"attributions":[{')) throw new Error(`saywho extract --accurate: got ${accurate}`)

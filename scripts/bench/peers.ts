import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { run } from '../checklist.ts'
import { readPublicPackages } from '../read-public-packages.ts'

/** What a program can find at all: what it is scored on. */
type Knows = 'all' | 'direct' | 'contents' | 'nothing'

/** A program that is measured. */
export interface Peer {
  readonly name: string
  /** What runs in it, for who reads the figures. */
  readonly what: string
  readonly knows: Knows
  /** The program that answers lines of documents, and its arguments. */
  readonly command: readonly [string, ...string[]]
  /** What must be there for it to run. */
  readonly needs: string
  /** All that was installed for it, the language's own runtime aside. */
  readonly footprint: string
  readonly install: () => void
}

const SOURCES = 'scripts/bench/peers'
const INTO = 'out/peers'
const node = process.execPath
const python = process.env.PYTHON ?? 'python3'

/** Installs an npm package's dependencies in a folder of its own. */
function installWithNpm(name: string, manifest: object): void {
  const folder = join(INTO, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  run('npm', ['install', '--no-audit', '--no-fund', '--omit=dev'], folder)
}

const readManifest = (name: string): object =>
  JSON.parse(readFileSync(join(SOURCES, name, 'package.json'), 'utf8')) as object

/** Packs our packages as they would be published and installs them as a user would. */
function installSaywho(): void {
  const tarballs = resolve(INTO, 'tarballs')
  mkdirSync(tarballs, { recursive: true })
  const needed = ['core', 'english', 'jsonld', 'claimreview', 'rehype', 'saywho']
  const packed = readPublicPackages('.').filter(({ folder }) => needed.includes(basename(folder)))
  for (const { folder } of packed)
    run('npx', ['-y', 'pnpm@12.21.0', 'pack', '--out', join(tarballs, `${basename(folder)}.tgz`)], folder)
  installWithNpm('saywho', {
    private: true,
    dependencies: Object.fromEntries(
      packed.map(({ folder, manifest }) => [
        manifest.name,
        `file:${join(tarballs, `${basename(folder)}.tgz`)}`
      ])
    )
  })
}

function installTextacy(): void {
  const folder = join(INTO, 'textacy')
  if (!existsSync(folder)) run(python, ['-m', 'venv', folder])
  run(join(folder, 'bin/pip'), ['install', '--quiet', '-r', join(SOURCES, 'textacy/requirements.txt')])
}

function installCoreNlp(): void {
  run('mvn', ['-q', '-B', '-f', join(SOURCES, 'corenlp/pom.xml'), 'compile', 'dependency:copy-dependencies'])
}

function javascript(name: string, what: string, knows: Knows): Peer {
  const folder = join(INTO, name)
  return {
    name,
    what,
    knows,
    command: [node, join(SOURCES, name, 'find.js'), folder],
    needs: join(folder, 'node_modules'),
    footprint: join(folder, 'node_modules'),
    install: () => (name === 'saywho' ? installSaywho() : installWithNpm(name, readManifest(name)))
  }
}

function textacy(name: string, what: string, ...args: string[]): Peer {
  return {
    name,
    what,
    knows: 'direct',
    command: [join(INTO, 'textacy/bin/python'), join(SOURCES, 'textacy/find.py'), ...args],
    needs: join(INTO, 'textacy/lib'),
    footprint: join(INTO, 'textacy/lib'),
    install: installTextacy
  }
}

function coreNlp(name: string, what: string, ...args: string[]): Peer {
  const classpath = `${join(INTO, 'corenlp/classes')}:${join(INTO, 'corenlp/lib')}/*`
  return {
    name,
    what,
    knows: 'direct',
    command: ['java', '-Xmx4g', '-cp', classpath, 'AttributeQuotes', ...args],
    needs: join(INTO, 'corenlp/classes'),
    footprint: join(INTO, 'corenlp/lib'),
    install: installCoreNlp
  }
}

/** Ourselves first: all others are held against the first. */
export const PEERS: readonly Peer[] = [
  javascript('saywho', 'all kinds of attribution, who is meant', 'all'),
  coreNlp('corenlp', 'quote annotator, the pipeline that it asks for'),
  coreNlp('corenlp-no-coref', 'the same with an empty coreference', 'no-coref'),
  textacy('textacy', 'direct quotations on spaCy, the model as it is loaded by default'),
  textacy('textacy-lean', 'the same without entities, which it does not read', 'lean'),
  javascript('compromise', 'quotations without speakers', 'contents'),
  javascript('wink-nlp', 'sentences, parts of speech, entities alone', 'nothing')
]

/** The bytes of all files in a folder, links not followed. */
export function measureFolder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
}

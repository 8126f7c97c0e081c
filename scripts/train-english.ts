/**
 * Rebuilds the weights of `@saywho/english`:  pnpm train --corpora DIR --model DIR [--work DIR] [--python FILE]
 *
 * Tags and dependencies are learned from what spaCy's English model says of the training texts ("silver" data), for
 * which it needs a Python with `packages/training/silver/requirements.txt` and the model's folder. Documents of the
 * held-out corpora (`dev` parts, and whatever of UD stands in `wider`) teach nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildTokenTable } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import {
  readConlluTexts,
  readCorpus,
  readParserExamples,
  readSilver,
  type SilverAnnotation,
  toSilverInput,
  trainParser,
  trainTagger,
  writeWeights
} from '@saywho/training'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: '../shared/corpora' },
    model: { type: 'string' },
    work: { type: 'string', default: 'out/training' },
    python: { type: 'string', default: 'python3' }
  }
})
const { corpora, model, work, python } = values
mkdirSync(work, { recursive: true })
const read = (file: string) => readFileSync(join(corpora, file), 'utf8')

const wider = new Set(
  ['train', 'dev'].flatMap((part) =>
    readCorpus(read(`wider/${part}.ndjson`)).map(({ id }) => id.split('#')[0])
  )
)
const texts = [
  ...['polnear', 'wider'].flatMap((corpus) =>
    readCorpus(read(`${corpus}/train.ndjson`)).map(({ id, text }) => ({ id: `${corpus}:${id}`, text }))
  ),
  ...['ewt-train', 'gum-train'].flatMap((part) =>
    readConlluTexts(read(`ud/${part}.conllu`))
      .filter(({ id }) => !wider.has(id))
      .map(({ id, text }) => ({ id: `ud:${id}`, text }))
  )
].map(({ id, text }) => ({ id, tokens: buildTokenTable(text, english) }))

const tokensFile = join(work, 'tokens.ndjson')
const silverFile = join(work, 'silver.ndjson')
writeFileSync(
  tokensFile,
  texts.map(({ id, tokens }) => `${JSON.stringify(toSilverInput(id, tokens))}\n`).join('')
)
if (model !== undefined) {
  const { status } = spawnSync(
    python,
    ['packages/training/silver/annotate.py', model, tokensFile, silverFile],
    { stdio: 'inherit' }
  )
  if (status !== 0)
    throw new Error(`${python} packages/training/silver/annotate.py ended with status ${status}`)
} else if (!existsSync(silverFile))
  throw new Error(`no ${silverFile} yet: give the folder of spaCy's en_core_web_md 3.8.0 with --model DIR`)

const annotations = readFileSync(silverFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as SilverAnnotation)
const documents = texts.map(({ tokens }, index) => readSilver(tokens, annotations[index]!))
const tagger = trainTagger(documents)
// The parser meets tags as a tagger gives them that has not seen the text: one of two halves each.
const halves = [0, 1].map((half) => trainTagger(documents.filter((_, index) => index % 2 !== half)))
const examples = documents.flatMap((document, index) =>
  readParserExamples(document, english, halves[index % 2]!)
)
const { actions, relations } = trainParser(examples)
writeFileSync('packages/english/src/weights.js', writeWeights({ tagger, actions, relations }))

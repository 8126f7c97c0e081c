/**
 * Rebuilds all weights of `@saywho/english`:  pnpm train [--corpora DIR] [--model DIR] [--work DIR] [--python FILE] [--only attributions|antecedents] [--hold]
 *
 * 1. Tags and dependencies, from what spaCy's English model says of the training texts ("silver" data), for which it needs a
 *    Python with `packages/training/silver/requirements.txt` and the model's folder, unless the silver file is there already.
 * 2. Attributions, from the annotated corpora and from our own annotations (`packages/training/annotations`), each text read by a
 *    parser that was not taught by it. `--only attributions` keeps the first step's tables where they are in the work folder.
 * 3. Who is meant by pronouns and descriptions, from GUM's coreference chains and the speakers of annotated attributions, ours among them:
 *    `--only antecedents`.
 *
 * With `--hold` an eighth of the annotated texts is held out of the second step, what was learned is scored on it and on the dev
 * parts, and nothing is written but the held texts with what was found in them: where errors are read and thresholds set.
 * Documents of the dev parts, and whatever of UD stands in them, teach nothing.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createExtractor } from '@saywho/core'
import { buildTokenTable } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import {
  type AttributionModel,
  attachChains,
  evaluate,
  type GoldDocument,
  readConllu,
  readCorpus,
  readSilver,
  type SilverAnnotation,
  type TrainingDocument,
  toPredictedDocument,
  toSilverInput,
  trainAntecedents,
  trainAttributions,
  trainSyntax,
  trainSyntaxHalves,
  writeAntecedentWeights,
  writeAttributionWeights,
  writeWeights
} from '@saywho/training'
import {
  readAttributedDocuments,
  readNamedSpeakers,
  readSyntaxTexts,
  SYNTAX_TABLES,
  withWeights
} from './training-documents.ts'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.SAYWHO_CORPORA ?? '../shared/corpora' },
    model: { type: 'string' },
    work: { type: 'string', default: 'out/training' },
    python: { type: 'string', default: 'python3' },
    only: { type: 'string' },
    hold: { type: 'boolean', default: false }
  }
})
const { corpora, model, work, python, only, hold } = values
mkdirSync(work, { recursive: true })
const read = (file: string) => readFileSync(join(corpora, file), 'utf8')
const began = Date.now()
const report = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)

const texts = readSyntaxTexts(corpora)
const halvesFile = join(work, 'halves.json')

if (only === 'antecedents') learnAntecedents()
else {
  if (only !== 'attributions' || !existsSync(halvesFile)) learnSyntax()
  if (only === 'attributions') learnAttributions()
}

function learnSyntax() {
  const documents = readSilverDocuments()
  report('silver read')
  if (only !== 'attributions') {
    const syntax = trainSyntax(documents, english)
    writeFileSync('packages/english/src/weights.js', writeWeights({ ...syntax }))
    report('syntax learned: run the command again with --only attributions, for the tables that it now reads')
  }
  const halves = trainSyntaxHalves(documents, english).map((half) =>
    Object.fromEntries(
      SYNTAX_TABLES.map((name) => [
        name,
        Buffer.from(half[name].buffer, half[name].byteOffset, half[name].length).toString('base64')
      ])
    )
  )
  writeFileSync(halvesFile, JSON.stringify(halves))
  report('halves of the syntax learned')
}

function readSilverDocuments() {
  const tokens = texts.map(({ id, text }) => ({ id, tokens: buildTokenTable(text, english) }))
  const silverFile = join(work, 'silver.ndjson')
  if (model !== undefined) {
    const tokensFile = join(work, 'tokens.ndjson')
    writeFileSync(
      tokensFile,
      tokens.map(({ id, tokens }) => `${JSON.stringify(toSilverInput(id, tokens))}\n`).join('')
    )
    const { status } = spawnSync(
      python,
      ['packages/training/silver/annotate.py', model, tokensFile, silverFile],
      { stdio: 'inherit' }
    )
    if (status !== 0)
      throw new Error(`${python} packages/training/silver/annotate.py ended with status ${status}`)
  } else if (!existsSync(silverFile))
    throw new Error(`no ${silverFile} yet: give the folder of spaCy's en_core_web_md 3.8.0 with --model DIR`)
  const silver = readFileSync(silverFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as SilverAnnotation)
  return tokens.map(({ tokens }, index) => readSilver(tokens, silver[index]!))
}

function learnAntecedents() {
  const documents = [
    ...attachChains(readCorpus(read('gum/train.ndjson')), readConllu(read('ud/gum-train.conllu'))),
    ...readCorpus(read('wider/train.ndjson')),
    ...readNamedSpeakers(corpora)
  ]
  writeFileSync(
    'packages/english/src/antecedent-weights.js',
    writeAntecedentWeights(trainAntecedents(documents, english))
  )
  report(`antecedents learned from ${documents.length} documents`)
}

function learnAttributions() {
  const documents = readAttributedDocuments(corpora, halvesFile)
  if (!hold) {
    writeFileSync(
      'packages/english/src/attribution-weights.js',
      writeAttributionWeights(trainAttributions(documents, english, report))
    )
    return
  }
  const learned = trainAttributions(
    documents.filter((document) => !isHeld(document)),
    english,
    report
  )
  scoreHeld(documents.filter(isHeld), learned)
}

/** One text in eight, whatever corpus it is in. */
function isHeld({ text }: GoldDocument): boolean {
  let hash = 7
  for (let i = 0; i < text.length; i += 5) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return ((hash >>> 4) & 7) === 3
}

function scoreHeld(held: readonly TrainingDocument[], learned: AttributionModel) {
  const table = (weights: Float32Array) => ({ weights, scale: 1 })
  const pack = withWeights(
    { ...english, cues: { ...english.cues, words: new Set(learned.cueWords) } },
    {
      ...learned,
      cues: table(learned.cues),
      units: table(learned.units),
      steps: table(learned.steps),
      acts: table(learned.acts)
    }
  )
  const extract = createExtractor(pack)
  const wider = new Set(readCorpus(read('wider/train.ndjson')).map(({ id }) => id))
  const slices: [string, readonly GoldDocument[]][] = [
    ['polnear held', held.filter(({ flat }) => flat === true)],
    ['wider held', held.filter(({ id }) => wider.has(id))],
    ['own held', held.filter(({ flat, id }) => flat !== true && !wider.has(id))],
    ...['polnear/dev', 'wider/dev', 'gum/dev'].map((part): [string, GoldDocument[]] => [
      part,
      readCorpus(read(`${part}.ndjson`))
    ])
  ]
  for (const [name, gold] of slices) {
    const extractions = gold.map(({ id, text }) => ({ id, ...extract(text, { acts: 'all' }) }))
    if (name.endsWith(' held')) {
      const file = join(work, name.replace(' ', '-'))
      writeFileSync(
        `${file}.gold.ndjson`,
        gold.map((its) => `${JSON.stringify({ ...its, language: undefined })}\n`).join('')
      )
      writeFileSync(`${file}.ndjson`, extractions.map((its) => `${JSON.stringify(its)}\n`).join(''))
    }
    const { figures, speaker, acts, calibration } = evaluate(
      gold,
      extractions.map(({ id, ...extraction }) => toPredictedDocument(id, extraction))
    )
    const f1 = (key: keyof typeof figures) => figures[key].f1.toFixed(1)
    console.log(
      `${name.padEnd(13)} relation ${f1('relation@0.5')} (${f1('relation@0.5 direct')} / ${f1('relation@0.5 mixed')} / ${f1('relation@0.5 indirect')})`,
      `exact ${f1('exact')} cue ${f1('cue')} source ${f1('source')} content ${f1('content')} speaker ${speaker.all?.toFixed(1)}`,
      `act ${acts?.accuracy?.toFixed(1)} ${acts?.macroF1?.toFixed(1)} calibration ${calibration?.error.toFixed(3)}`,
      `P ${figures['relation@0.5'].precision.toFixed(1)} R ${figures['relation@0.5'].recall.toFixed(1)}`
    )
  }
}

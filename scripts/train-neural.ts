/**
 * Rebuilds the model of `@saywho/neural`:  pnpm train:neural [--corpora DIR] [--halves FILE] [--pretrained DIR] [--python FILE] [--work DIR]
 *
 * 1. The annotated documents, as `packages/neural/training/lessons.py` reads them.
 * 2. The network, fine-tuned on each half of them: what it proposes for the other is what choosing is learned from.
 * 3. The network, fine-tuned on all of them.
 *
 * It needs a Python with `packages/neural/training/requirements.txt`, the folder of `all-MiniLM-L6-v2`, and the parsers' halves that
 * `pnpm train` leaves in its work folder. A step whose file is there already is passed over.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { english } from '@saywho/english'
import { FOLDS } from '@saywho/training'
import { writeModel } from '../packages/neural/src/model-file.ts'
import { learnChoice } from '../packages/neural/training/learn-choice.ts'
import { toLessonLine } from '../packages/neural/training/write-lessons.ts'
import { readAttributedDocuments } from './training-documents.ts'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.SAYWHO_CORPORA ?? '../shared/corpora' },
    halves: { type: 'string', default: 'out/training/halves.json' },
    pretrained: { type: 'string', default: 'out/all-MiniLM-L6-v2' },
    python: { type: 'string', default: 'python3' },
    work: { type: 'string', default: 'out/neural' },
    out: { type: 'string', default: 'packages/neural/model/english.saywho' }
  }
})
const { corpora, halves, pretrained, python, work, out } = values
const TRAINING = 'packages/neural/training'
mkdirSync(work, { recursive: true })
const began = Date.now()
const report = (line: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`)
const runPython = (script: string, ...args: string[]) => {
  const { status } = spawnSync(python, [`${TRAINING}/${script}`, ...args], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${python} ${TRAINING}/${script} ended with status ${status}`)
}

const documents = readAttributedDocuments(corpora, halves)
const lessons = join(work, 'lessons.ndjson')
if (!existsSync(lessons))
  writeFileSync(
    lessons,
    documents
      .filter(({ onlyUncued }) => onlyUncued !== true)
      .map((document) => `${toLessonLine(document, english)}\n`)
      .join('')
  )
report(`${documents.length} documents`)

const tokenizer = readFileSync(join(pretrained, 'tokenizer.json'))
const choiceFile = join(work, 'choice.json')
if (!existsSync(choiceFile)) {
  const networks = Array.from({ length: FOLDS }, (_, fold) =>
    trainNetwork(`half-${fold}`, '--leave-out', String(fold))
  )
  const read = JSON.parse(tokenizer.toString()) as object
  writeFileSync(choiceFile, await learnChoice(documents, english, networks, read, report))
  report('choice learned')
}
const model = writeModel({ ...trainNetwork('whole'), tokenizer, choice: readFileSync(choiceFile) })
writeFileSync(out, model)
report(`${out}: ${model.length} bytes`)

/** Fine-tunes a network and puts it into eight bits. */
function trainNetwork(name: string, ...args: string[]) {
  const weights = join(work, `${name}.safetensors`)
  if (!existsSync(weights)) runPython('train.py', lessons, weights, '--pretrained', pretrained, ...args)
  runPython('export.py', weights, join(work, name))
  report(`${name} network trained`)
  const read = (part: string) => readFileSync(join(work, name, `${part}.onnx`))
  return { encoder: read('encoder'), roles: read('roles') }
}

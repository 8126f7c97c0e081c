import { readFileSync } from 'node:fs'
import { type Attribution, extract } from 'saywho'
import { describe, expect, it } from 'vitest'

const text = readFileSync(new URL('../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const { attributions, sources } = extract(text)
const textOf = (spans: { text: string }[]) => spans.map((span) => span.text).join(' … ')

/** The words from one phrase of the article up to the end of another. */
function cut(from: string, to: string): string {
  const start = text.indexOf(from)
  return text.slice(start, text.indexOf(to, start) + to.length)
}

const EXPECTED: [source: string, cue: string, content: string, type: string][] = [
  [
    'the Trump-Vance transition team',
    'as reported by',
    cut('Han Zheng, the most', 'regional stability,"'),
    'mixed'
  ],
  ['a Beijing spokesperson', 'As stated by', cut('China aims to', 'each other."'), 'mixed'],
  ['Xi', 'remarked', cut('"We both attach', 'starting point,"'), 'direct'],
  ['Xi', 'expressed', 'readiness for collaboration', 'indirect'],
  ['Xi Jinping', 'has expressed', 'a desire to reset relations', 'indirect'],
  ['Trump', 'has pledged', cut('to delay enforcement', 'improved trade relations'), 'indirect'],
  ['His administration', 'has repeatedly cited', cut('the role of Chinese', 'tariff increases'), 'indirect'],
  ["Trump's campaign rhetoric", 'threatening', cut('tariffs of upwards', 'Chinese imports'), 'indirect']
]

describe('the seed article', () => {
  for (const [source, cue, content, type] of EXPECTED)
    it(`${source} | ${cue}`, () => {
      const found = attributions.filter((its) => textOf(its.cue) === cue && textOf(its.content) === content)
      expect(found.map((its: Attribution) => [textOf(its.source), its.type])).toEqual([[source, type]])
    })

  it('finds nothing where nobody says, thinks or wants anything', () => {
    const silent = [
      'is expected to shift',
      'was an exceptionally rare gesture',
      "underscores China's",
      'further highlights',
      'does not diminish'
    ]
    for (const words of silent) {
      const at = text.indexOf(words)
      expect(at, words).toBeGreaterThan(0)
      expect(
        attributions.filter(({ cue }) => cue.some(({ start, end }) => start < at + words.length && at < end)),
        words
      ).toEqual([])
    }
  })

  it('tells the sources apart', () => {
    const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
    const names = attributions
      .filter(({ cue }) => textOf(cue).includes('express'))
      .flatMap(({ sourceIds }) => sourceIds.map((id) => nameOf.get(id)))
    expect(names).toEqual(['Xi Jinping', 'Xi Jinping'])
  })
})

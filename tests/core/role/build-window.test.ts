import { buildWindow, cueUnitOf, type Reading } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { allWordsOf, rangeOf, readingOf } from '../../support/readings.ts'

function unitsOf(text: string, cue: string) {
  const reading = readingOf(text)
  const window = buildWindow(reading, rangeOf(reading, cue).from)
  const words = allWordsOf(
    reading,
    window.from.map((from, unit) => ({ from, to: window.to[unit]! }))
  )
  return { words, window, aside: [words.slice(0, window.first), words.slice(window.end)] }
}

/** Sentences of given lengths, one paragraph, as far as windows look at a text; how often a quotation is asked for is counted. */
function countedReading(lengths: readonly number[], quotationOf: (token: number) => number = () => -1) {
  const count = lengths.reduce((sum, length) => sum + length, 0)
  const sentence = new Uint32Array(count)
  const sentenceStart = new Uint32Array(lengths.length + 1)
  lengths.forEach((length, s) => {
    sentenceStart[s + 1] = sentenceStart[s]! + length
    sentence.fill(s, sentenceStart[s], sentenceStart[s + 1])
  })
  const looks = { count: 0 }
  const outermost = new Proxy(
    Int32Array.from({ length: count }, (_, token) => quotationOf(token)),
    {
      get: (target, key) => {
        looks.count++
        return target[key as unknown as number]
      }
    }
  )
  const reading = {
    tokens: { count, sentence, sentenceStart },
    quotations: { outermost }
  } as unknown as Reading
  return { reading, looks }
}

describe('buildWindow', () => {
  it("makes each token of the cue's sentence a unit, and a sentence elsewhere", () => {
    const { words, window, aside } = unitsOf('It rained. Ana said no. She left.', 'said')
    expect(words).toEqual(['It rained.', 'Ana', 'said', 'no', '.', 'She left.'])
    expect(words[cueUnitOf(window)]).toBe('said')
    expect(aside).toEqual([['It rained.'], ['She left.']])
  })

  it('makes a quotation elsewhere one unit, however many sentences it holds', () => {
    expect(
      unitsOf('Ana was tired. “One. Two. Four.” That was what she said. “Three.” It rained.', 'said').aside
    ).toEqual([['“One. Two. Four.”'], ['“Three.”', 'It rained.']])
  })

  it('parts what stands beside a quotation from it', () => {
    expect(unitsOf('She said so. Then “one” came and “two” went.', 'said').aside[1]).toEqual([
      'Then', '“one”', 'came and', '“two”', 'went.'
    ])
  }) // biome-ignore format: a list

  it('looks back two sentences and ahead five', () => {
    const { reading } = countedReading(new Array(30).fill(2))
    const { from, first, end } = buildWindow(reading, 20)
    expect(from.slice(0, first)).toEqual([16, 18])
    expect(from.slice(end)).toEqual([22, 24, 26, 28, 30])
  })

  it('stops at the ends of the text', () => {
    expect(unitsOf('Ana said no.', 'said').words).toEqual(['Ana', 'said', 'no', '.'])
  })

  it('takes no more units than there is room for', () => {
    const quotes = countedReading([400, 20, 400], (token) => (token % 2 ? token : -1))
    const { from, to, first, end } = buildWindow(quotes.reading, 410)
    expect([first, from.length - end]).toEqual([16, 16])
    // in order, none empty, none overlapping
    from.forEach((start, unit) => {
      expect(to[unit]).toBeGreaterThan(start)
      if (unit > 0) expect(start).toBeGreaterThanOrEqual(to[unit - 1]!)
    })
  })

  it('looks at a part of a sentence without end, around the cue', () => {
    const { reading } = countedReading([10_000])
    const window = buildWindow(reading, 5000)
    expect([window.first, window.from[0], window.to.at(-1)]).toEqual([0, 4880, 5160])
    expect(window.from[cueUnitOf(window)]).toBe(5000)
  })

  it('does not look past a stretch without end', () => {
    const { reading } = countedReading([5000, 3, 5000])
    const { first, end, from } = buildWindow(reading, 5001)
    expect([first, from.length - end]).toEqual([0, 0])
  })

  it.each([
    ['short sentences', (size: number) => new Array(size / 2).fill(2)],
    ['one sentence', (size: number) => [size]],
    ['sentences just short enough', (size: number) => new Array(size / 1000).fill(1000)]
  ])('costs a cue the same whatever the length of the text: %s', (_, lengths) => {
    const costOf = (size: number) => {
      const { reading, looks } = countedReading(lengths(size), (token) => Math.floor(token / 900))
      buildWindow(reading, size / 2)
      return looks.count
    }
    expect(costOf(400_000)).toBe(costOf(40_000))
  })
})

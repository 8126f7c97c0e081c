import { buildWindow, RoleLabel } from '@saywho/core/rooms'
import type { Range } from '@saywho/training'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignGold, labelWindow, toRange } from '../../packages/training/src/align-gold.ts'
import { allWordsOf, readingOf } from '../support/readings.ts'
import { tokensOf, wordsOf } from '../support/tables.ts'

const TEXT = 'Ana Brandt, the mayor, has often said that it rained. “It did not,” he said.'
const spanOf = (text: string, words: string): Range[] =>
  words ? [[text.indexOf(words), text.indexOf(words) + words.length]] : []

function align(text: string, source: string, cue: string, content: string) {
  const reading = readingOf(text)
  const [aligned] = alignGold(reading, [
    { type: 'indirect', source: spanOf(text, source), cue: spanOf(text, cue), content: spanOf(text, content) }
  ])
  return { reading, aligned: aligned!, head: reading.tokens.form[aligned!.head] }
}

describe('toRange', () => {
  it('gives the tokens that a span touches', () => {
    const tokens = tokensOf(TEXT)
    const wordsIn = (start: number, end: number) => wordsOf(tokens, toRange(tokens, start, end))
    expect(wordsIn(0, 10)).toBe('Ana Brandt')
    expect(wordsIn(2, 5)).toBe('Ana Brandt')
    expect(wordsIn(3, 4)).toBe('')
    expect(wordsIn(0, TEXT.length)).toBe(TEXT)
  })

  it('gives what looking at every token gives', () => {
    const tokens = tokensOf(TEXT)
    fc.assert(
      fc.property(fc.nat(TEXT.length), fc.nat(TEXT.length), (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        const touched = [...tokens.form.keys()].filter(
          (its) => tokens.start[its]! < end && tokens.end[its]! > start
        )
        const { from, to } = toRange(tokens, start, end)
        expect(Array.from({ length: to - from }, (_, at) => from + at)).toEqual(touched)
      })
    )
  })
})

describe('alignGold', () => {
  it('gives parts in tokens, and the head of the cue', () => {
    const { reading, aligned, head } = align(
      TEXT,
      'Ana Brandt, the mayor',
      'has often said',
      'that it rained'
    )
    expect(head).toBe('said')
    expect(allWordsOf(reading, aligned.source)).toEqual(['Ana Brandt, the mayor'])
    expect(allWordsOf(reading, aligned.content)).toEqual(['that it rained'])
  })

  it.each([
    ['a full verb', 'She released a statement in which it rained.', 'released a statement', 'released'],
    ['"according"', 'It rained, according to her.', 'according to', 'according'],
    ['a noun', 'In a long statement, it rained.', 'In a long statement', 'statement'],
    ['an adjective', 'She is quite certain that it rained.', 'quite certain', 'certain'],
    ['a preposition', 'For her, it rained.', 'For', 'For']
  ])('takes for head %s', (_, text, cue, head) => {
    expect(align(text, '', cue, 'it rained').head).toBe(head)
  })

  it('has no head where no cue is expressed', () => {
    expect(align(TEXT, '', '', '“It did not,”').aligned).toMatchObject({ head: -1, cue: [], source: [] })
  })

  it('leaves out spans that touch no token', () => {
    const reading = readingOf(TEXT)
    const [aligned] = alignGold(reading, [{ type: 'indirect', source: [[3, 4]], cue: [], content: [[0, 3]] }])
    expect(aligned!.source).toEqual([])
  })
})

describe('labelWindow', () => {
  it('labels each unit as most of its tokens are', () => {
    const { reading, aligned } = align(TEXT, 'Ana Brandt', 'said', 'that it rained')
    const window = buildWindow(reading, aligned.head)
    const labels = labelWindow(window, aligned)
    const labelled = (label: number) =>
      allWordsOf(
        reading,
        window.from
          .map((from, unit) => ({ from, to: window.to[unit]! }))
          .filter((_, unit) => labels[unit] === label)
      )
    expect(labelled(RoleLabel.source)).toEqual(['Ana', 'Brandt'])
    expect(labelled(RoleLabel.content)).toEqual(['that', 'it', 'rained'])
    expect(labelled(RoleLabel.none)).toContain('“It did not,”')
    expect(labels).toHaveLength(window.from.length)
  })
})

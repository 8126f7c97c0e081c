import { english } from '@saywho/english'
import { readLesson, type TrainingDocument } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/tables.ts'

const TEXT = 'He was clear.\n\nIt is safe.\n\n— Ana Brandt'
const document: TrainingDocument = {
  id: 'a',
  text: TEXT,
  attributions: [{ type: 'indirect', source: [[30, 40]], cue: [], content: [[15, 25]] }]
}

describe('readLesson', () => {
  it('lays annotations over tokens', () => {
    const { reading, aligned, inContent } = readLesson(document, english)
    expect(
      aligned.map(({ source, content }) => [source, content].map(([its]) => wordsOf(reading.tokens, its!)))
    ).toEqual([['Ana Brandt', 'It is safe']])
    expect([...inContent].filter(Boolean)).toHaveLength(3)
    expect(reading.quotations.list).toEqual([])
  })

  it('reads what is set apart as quoted', () => {
    const { reading } = readLesson({ ...document, quoted: [{ start: 15, end: 26 }] }, english)
    expect(reading.quotations.list.map((its) => [wordsOf(reading.tokens, its), its.set])).toEqual([
      ['It is safe.', true]
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { createReader, type Outcome } from '../../packages/playground/src/reading/create-reader.ts'
import type { Question } from '../../packages/playground/src/reading/question.ts'
import { extractionOf } from '../support/extractions.ts'

const questionOf = (text: string): Question => ({ text, form: 'text', options: {} })

/** A reader whose answers come when the test says so. */
function setUp() {
  const asked: { text: string; answer: () => void; fail: () => void }[] = []
  const outcomes: string[] = []
  const tell = (outcome: Outcome) =>
    outcomes.push('error' in outcome ? `${outcome.question.text}!` : outcome.question.text)
  const reader = createReader(
    ({ text }) =>
      new Promise((resolve, reject) => {
        asked.push({
          text,
          answer: () => resolve(extractionOf([], [])),
          fail: () => reject(new Error('no'))
        })
      }),
    tell
  )
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return { reader, asked, outcomes, settle }
}

describe('createReader', () => {
  it('asks one question at a time, and of those that wait only the last', async () => {
    const { reader, asked, outcomes, settle } = setUp()
    for (const text of ['a', 'ab', 'abc']) reader.read(questionOf(text))
    expect(asked.map(({ text }) => text)).toEqual(['a'])
    asked[0]!.answer()
    await settle()
    expect(asked.map(({ text }) => text)).toEqual(['a', 'abc'])
    expect(outcomes).toEqual([])
    asked[1]!.answer()
    await settle()
    expect(outcomes).toEqual(['abc'])
  })

  it('tells of a question that failed, unless another came after it', async () => {
    const { reader, asked, outcomes, settle } = setUp()
    reader.read(questionOf('a'))
    asked[0]!.fail()
    await settle()
    reader.read(questionOf('b'))
    reader.read(questionOf('c'))
    asked[1]!.fail()
    await settle()
    asked[2]!.answer()
    await settle()
    expect(outcomes).toEqual(['a!', 'c'])
  })

  it('gives the outcome of the last question once it is there', async () => {
    const { reader, asked, settle } = setUp()
    expect(await reader.settle()).toBeNull()
    reader.read(questionOf('a'))
    const settled = reader.settle()
    reader.read(questionOf('b'))
    asked[0]!.answer()
    await settle()
    asked[1]!.answer()
    expect((await settled)?.question.text).toBe('b')
    expect((await reader.settle())?.question.text).toBe('b')
  })
})

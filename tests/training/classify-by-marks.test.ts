import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { classifyByMarks } from '../../packages/training/src/classify-by-marks.ts'
import type { Range } from '../../packages/training/src/read-corpus.ts'

const typeOf = (text: string, content: string, cue?: string) => {
  const find = (words: string): Range => [text.indexOf(words), text.indexOf(words) + words.length]
  return classifyByMarks(text, english)({ content: [find(content)], source: [], cue: cue ? [find(cue)] : [] })
}

describe('classifyByMarks', () => {
  it.each([
    ['direct', '“It rains,” she said.', '“It rains,”'],
    ['direct', "''It rains,'' she said.", 'It rains,'],
    ['mixed', 'She said it “rains”.', 'it “rains”'],
    ['indirect', 'She said it rains.', 'it rains'],
    ['indirect', '“No,” Bo said. She said it rains.', 'it rains']
  ])('%s: %s', (type, text, content) => {
    expect(typeOf(text, content)).toBe(type)
  })

  it('counts no marks that hold the cue too', () => {
    expect(typeOf('“She said it rains,” he said.', 'it rains', 'She said')).toBe('indirect')
    expect(typeOf('“She said ‘it rains,’ ” he said.', 'it rains', 'She said')).toBe('direct')
  })
})

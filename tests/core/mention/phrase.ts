import { type Reading, readNames, type TokenRange } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { rangeOf, readingOf } from '../../support/readings.ts'

/** A phrase of a text, given by its words, and the token of it that no other of it governs. */
export function phraseIn(text: string, words: string): { reading: Reading; range: TokenRange; head: number } {
  const reading = readNames(readingOf(text), english)
  const range = rangeOf(reading, words)
  const governor = reading.tree.syntax.head
  let head = range.from
  while (head < range.to - 1 && governor[head]! >= range.from && governor[head]! < range.to) head++
  return { reading, range, head }
}

import { restoreNouns } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findSurnames } from '../../../packages/core/src/mention/find-surnames.ts'
import { readingOf } from '../../support/readings.ts'

/** The words of a text whose stem is another afterwards, with that. */
function restoredIn(text: string): string[] {
  const plain = readingOf(text)
  const reading = { ...plain, surnames: findSurnames(plain, english.sources) }
  const after = restoreNouns(reading, english).tree.syntax.stem
  return reading.tokens.form
    .map((form, token) =>
      after[token] === reading.tree.syntax.stem[token] ? '' : `${form}: ${after[token]}`
    )
    .filter((line) => line !== '')
}

describe('restoreNouns', () => {
  it('tells the noun of an office, a body or a document that is written like a name', () => {
    expect(restoredIn('The Minister said it was safe.')).toEqual(['Minister: minister'])
    expect(restoredIn('The Tribunal said it was safe.')).toEqual(['Tribunal: tribunal'])
    expect(restoredIn('Prime Minister said so.')).toEqual(['Minister: minister'])
    expect(restoredIn('He asked the Ministers.')).toEqual(['Ministers: minister'])
  })

  it('leaves names, and surnames that look like several of something', () => {
    expect(restoredIn('Otto Banks met Ana Brandt in Larne.')).toEqual([])
    expect(restoredIn('Bill Brandt met Mr. Grant and Ned Baker.')).toEqual([])
  })

  it('leaves a surname that is a noun too where the text has its bearer, but not after an article', () => {
    expect(restoredIn('Minister Ravi Shankar Pal left. Later Pal said so.')).toEqual([])
    expect(restoredIn('Mr. Butler left. Butler said so.')).toEqual([])
    expect(restoredIn('Jane Cook left. The Cook said so.')).toEqual(['Cook: cook'])
    expect(restoredIn('Jane Quist left. Cook said so.')).toEqual(['Cook: cook'])
  })

  it('leaves other words', () => {
    expect(restoredIn('the minister said that it was safe')).toEqual([])
    expect(restoredIn('')).toEqual([])
  })
})

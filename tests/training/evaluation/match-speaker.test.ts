import { matchSpeaker } from '@saywho/training'
import { describe, expect, it } from 'vitest'
import { isRightSpeaker } from '../../../packages/training/src/evaluation/match-speaker.ts'

describe('matchSpeaker', () => {
  it.each([
    ['Ana Brandt', 'ana brandt'],
    ['the Harbour Board', 'Harbour Board'],
    ['Mayor Ana Brandt', 'Ana Brandt'],
    ['Mr. Cole', 'Cole'],
    ['Brandt and Cole', 'Cole and Brandt'],
    ['Cole’s', 'Cole']
  ])('takes %s for %s', (a, b) => expect(matchSpeaker(a, b)).toBe(true))

  it.each([
    ['Ana Brandt', 'Brandt'],
    ['Ana Brandt', 'Bea Brandt'],
    ['the mayor', 'the president'],
    ['', ''],
    ['the', 'the']
  ])('does not take %s for %s', (a, b) => expect(matchSpeaker(a, b)).toBe(false))
})

describe('isRightSpeaker', () => {
  const ana = { name: 'Ana Brandt', type: 'person' }
  const critics = { name: 'critics', type: 'unnamed' }
  const chain = { type: 'person', link: null, names: ['the mayor Ana Brandt', 'Brandt'] }

  it.each([
    ['the same name', 'Ana Brandt', [ana], true],
    ['another', 'Cole', [ana], false],
    ['two', 'Ana Brandt and Cole', [ana, { name: 'Cole', type: 'person' }], true],
    ['one of two', 'Ana Brandt and Cole', [ana], false],
    ['nobody for somebody', 'Ana Brandt', [], false],
    ['nobody for nobody', null, [], true],
    ['somebody unnamed for nobody', null, [critics], true],
    ['a description for nobody', null, [{ name: 'recent poll', type: 'document' }], true],
    ['somebody for nobody', null, [ana], false],
    ['a part of a name in a chain', chain, [ana], true],
    ['another than the chain', chain, [critics], false],
    ['nobody for a chain', chain, [], false],
    [
      'the author for a chain of pronouns',
      { ...chain, names: [] },
      [{ name: 'author', type: 'person' }],
      true
    ],
    ['somebody for a chain of pronouns', { ...chain, names: [] }, [ana], false]
  ])('%s', (_, gold, found, isRight) => {
    expect(isRightSpeaker(gold, found)).toBe(isRight)
  })
})

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
    [
      'the author for a chain that only pronouns are left of',
      { ...chain, names: ['myself', '’s', 'the my'] },
      [{ name: 'author', type: 'person' }],
      true
    ],
    [
      'the author for a person without a proper name',
      { ...chain, names: ['Your girl', 'a student'] },
      [{ name: 'author', type: 'person' }],
      false
    ],
    [
      'the author for somebody named',
      { ...chain, names: ['Ana'] },
      [{ name: 'author', type: 'person' }],
      false
    ],
    [
      'the author for a thing without a proper name',
      { ...chain, type: 'abstract', names: ['the data'] },
      [{ name: 'author', type: 'person' }],
      false
    ],
    ['nobody for a person without a proper name', { ...chain, names: ['a student'] }, [], false],
    ['somebody of one word for nobody', null, [{ name: 'Cole', type: 'person' }], false],
    ['a document of one word for nobody', null, [{ name: 'Reports', type: 'document' }], true],
    ['somebody for a chain of pronouns', { ...chain, names: [] }, [ana], false]
  ])('%s', (_, gold, found, isRight) => {
    expect(isRightSpeaker(gold, found)).toBe(isRight)
  })
})

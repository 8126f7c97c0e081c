import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findCompanies } from '../../../packages/core/src/coreference/find-companies.ts'
import { readingOf } from '../../support/readings.ts'

const companiesIn = (text: string) => [...findCompanies(readingOf(text), english.sources)]

describe('findCompanies', () => {
  it.each([
    ['Then Velora shares fell.', ['velora']],
    ["Velora's chief executive left.", ['velora']],
    ['Mette Dahl is the Harbor Foods CEO.', ['foods', 'harbor foods']],
    ['Velsted said its sales rose.', ['velsted']],
    ['Velsted said that its sales rose.', ['velsted']],
    ['On Monday Velsted cut its prices.', ['velsted']]
  ])('finds what has what only companies have: %s', (text, names) => {
    expect(companiesIn(text)).toEqual(names)
  })

  it.each([
    'Mette Velsted left. Velsted said its roof leaked.',
    'Velsted said her sales rose.',
    'Velsted said it raised its prices.'
  ])('finds no owner in: %s', (text) => {
    expect(companiesIn(text)).toEqual([])
  })

  it.each(['The shares fell.', 'Shares fell.', "Velora's chief left.", 'The company’s shares fell.', ''])(
    'finds none: %s',
    (text) => {
      expect(companiesIn(text)).toEqual([])
    }
  )
})

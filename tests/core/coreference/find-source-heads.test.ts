import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findSourceHeads } from '../../../packages/core/src/coreference/find-source-heads.ts'
import { rangeOf, readingOf } from '../../support/readings.ts'

/** The heads of a source's words. */
function headsOf(source: string, text = `${source} said it was safe.`): string[] {
  const reading = readingOf(text)
  return findSourceHeads(reading, rangeOf(reading, source), english).map(
    (token) => reading.tokens.form[token]!
  )
}

describe('findSourceHeads', () => {
  it.each([
    ['Ana Brandt', ['Brandt']],
    ['the old mayor of Larne', ['mayor']],
    ['She', ['She']],
    ['Mara Quist, a nurse at the clinic', ['Quist']],
    ['Ana Brandt, who runs the harbor', ['Brandt']],
    ['IDC analyst Dana Pruitt', ['Pruitt']],
    ['NASA researcher Zarko Petrin', ['Petrin']],
    ['the 41-year-old', ['41-year-old']],
    ['some of the engineers', ['some']]
  ])('finds the one of %s', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it('finds the name that a phrase explains', () => {
    const text = 'I spoke to Dr Ana Brandt, a family therapist in Larne, who told me that it was safe.'
    expect(headsOf('a family therapist in Larne', text)).toEqual(['Brandt'])
    expect(headsOf('a therapist', 'I spoke to Ana Brandt. A dog and a therapist said it was safe.')).toEqual([
      'therapist'
    ])
  })

  it.each([
    ['Ana Brandt and Ned Cole', ['Brandt', 'Cole']],
    ['Ana Brandt, Ned Cole and Mara Quist', ['Brandt', 'Cole', 'Quist']],
    ['Both Ana Brandt and the union', ['Brandt', 'union']],
    ['Police and prosecutors', ['Police', 'prosecutors']],
    ['Neither Brandt nor Cole', ['Brandt', 'Cole']],
    ['Ned Cole, the harbor master, and Ana Brandt, the mayor', ['Cole', 'Brandt']],
    ['Brandt of Larne and Otto Cole', ['Brandt', 'Cole']],
    ['Brandt and union leader Otto Cole', ['Brandt', 'Cole']],
    ['The Afghans and Western leaders', ['Afghans', 'leaders']],
    ['The U.S. Consumer Product Safety Commission and Velinda Baby Products', ['Commission', 'Products']],
    ['Velora and SpaceX chief Otto Gray', ['Velora', 'Gray']]
  ])('finds each of %s', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it.each([
    ['Ana Brandt, the mayor', ['Brandt']],
    ['Thompson, curator and director', ['Thompson']],
    ['Brandt, along with Cole', ['Brandt']]
  ])('takes %s for one', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it.each([
    ['the Ministry of Health and Labor', ['Ministry']],
    ['Otto Hale, Chairman and Chief Executive Officer of Velora', ['Hale']],
    ["Ana Brandt, Velora's Food and Water Research Lead", ['Brandt']],
    ['the secretary for Public Roads and Harbor Works, Otto Cole', ['secretary']],
    ['Hale & Sons', ['Hale']],
    ['Afghan and Western leaders', ['leaders']],
    ['Sheep and beef farmer Tom Marsh', ['Marsh']],
    ['Tesla and SpaceX chief Otto Gray', ['Gray']]
  ])('takes %s for one, though "and" or "&" is in it', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it.each([
    ["Grant's statement", ['Grant']],
    ["The company's explanation", ['company']],
    ['its line', ['its']],
    ['The explanation', ['explanation']],
    ['The hope of a deal', ['hope']],
    ["Brandt's letter", ['Brandt']],
    ['his statement', ['his']],
    ['A letter written by Ana Brandt', ['Brandt']],
    ['A report by the Harbor Agency', ['Agency']],
    ['A report by the engineers', ['engineers']],
    ['A report by engineers', ['report']],
    ['A letter written by engineers at the port', ['letter']],
    ['An email from Ana Brandt', ['Brandt']]
  ])('gives words to those whose they are: %s', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it.each([
    ["Brandt's campaign", ['campaign']],
    ["Grant's spokesman", ['spokesman']],
    ['A White House statement', ['statement']],
    ['The report', ['report']],
    ['A memo obtained by The Larne Gazette', ['memo']],
    ['A report on Ana Brandt', ['report']],
    ['a statement on Monday', ['statement']]
  ])('gives nothing to others: %s', (source, heads) => {
    expect(headsOf(source)).toEqual(heads)
  })

  it.each([
    ['Harlow County Board of Education spokeswoman Dana Marsh', 'Marsh'],
    ['University of Larne Student Association president Dana Marsh', 'Marsh'],
    ['Deputy Superintendent of Police M. Cole', 'Cole'],
    ['Capt. Ned Cole of the Marine Patrol', 'Cole'],
    ["The Bank of Norland's governor", 'governor'],
    ["Hale Economics' Ned Cole", 'Cole'],
    ['The Bank of Norland', 'Bank'],
    ['CPI(M) general secretary S. Cole', 'Cole'],
    ['Barangay captain Rodolfo “Dolfo” Marsh of Sitio Ilaya', 'Marsh'],
    ['U.S. Secretary of State Ana Brandt, visiting Larne,', 'Brandt'],
    ['The secretary of state for Norland', 'secretary'],
    ['The mother of slain officer Ned Cole', 'mother']
  ])('finds who is meant, not whose or of what: %s', (source, head) => {
    expect(headsOf(source)).toEqual([head])
  })

  it('finds who is both of two things, and two people', () => {
    const one = 'Her drummer and co-producer, Otto Gray'
    expect(headsOf(one, `${one}, said it was safe.`)).toEqual(['Gray'])
    const two = 'Her drummer and her producer, Otto Gray'
    expect(headsOf(two, `${two}, said it was safe.`).length).toBe(2)
  })

  it('finds whoever something is said of in the source itself', () => {
    const source = 'a person briefed on the talks'
    expect(headsOf(source, `She was baffled, while ${source} said it was safe.`)).toEqual(['person'])
  })

  it('finds what a relative pronoun stands for', () => {
    expect(headsOf('who', 'Ana Brandt, who said it was safe, left.')).toEqual(['Brandt'])
    expect(headsOf('that', 'The report that said it was safe was wrong.')).toEqual(['report'])
  })

  it('leaves a pronoun that asks alone', () => {
    expect(headsOf('Who', 'Who said it was safe?')).toEqual(['Who'])
  })

  it('reads a source of many in part', () => {
    const many = Array.from({ length: 60 }, (_, n) => `Ana Q${'aeiou'[n % 5]}${'bdfgklmnprst'[n % 12]}`)
    const heads = headsOf(`${many.slice(1).join(', ')} and ${many[0]}`)
    expect(heads.length).toBeGreaterThan(0)
    expect(heads.length).toBeLessThan(30)
  })
})

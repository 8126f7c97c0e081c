import { linkNames, readNames } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findMentions } from '../../../packages/core/src/mention/find-mentions.ts'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** The names of a text, those of one bearer together. */
function bearersIn(text: string, knownAs?: (name: string) => number): string[][] {
  const reading = readNames(readingOf(text), english)
  const mentions = findMentions(reading, english)
  const nameOf = (index: number) => {
    const { name } = mentions[index]!
    return name === null ? '' : wordsOf(reading.tokens, name)
  }
  const known = new Int32Array(mentions.length).map((_, index) => knownAs?.(nameOf(index)) ?? -1)
  const { entities, entityOf } = linkNames(reading, mentions, english.sources, known)
  const bearers: string[][] = entities.map(() => [])
  entityOf.forEach((entity, index) => {
    if (entity >= 0) bearers[entity]!.push(nameOf(index))
  })
  return bearers
}
/** A sentence a name, in each of which it says something. */
const sayings = (names: readonly string[]) => names.map((name) => `${name} said it was safe.`).join(' ')

describe('linkNames', () => {
  it.each([
    ['the same name', ['Ana Brandt', 'Ana Brandt']],
    ['a surname', ['Ana Brandt', 'Brandt']],
    ['a surname first', ['Brandt', 'Ana Brandt']],
    ['a surname with two particles', ['Ursula von der Leyden', 'Von der Leyden']],
    ['what most people call him by', ['Luiz Inácio Lula da Silva', 'Lula']],
    ['the first of two surnames', ['Graciela Ferreira Pintos', 'Ferreira']],
    ['a first name', ['Ana Brandt', 'Ana']],
    ['a double first name', ['Anne-Marie Duval', 'Anne-Marie']],
    ['a surname with its particle', ['Ludwig von Arlen', 'Von Arlen']],
    ['a surname before the first name', ['Li Wenbo', 'Li']],
    ['initials', ['J. R. Cole', 'Cole']],
    ['initials with and without a space', ['J. R. Cole', 'J.R. Cole']],
    ['a middle initial', ['Ned B. Cole', 'Ned Cole']],
    ['a first name in short', ['Thomas Cole', 'Thom Cole']],
    ['an acronym', ['The Federal Harbor Agency', 'The FHA']],
    ['an acronym that small words do not count in', ['The Department of Harbor Affairs', 'The DHA']],
    ['the initials of an office', ['Chief Minister Ana Brandt', 'The CM']],
    ['the initials of an office with a hyphen', ['Director-General Otto Hale', 'The DG']],
    ['the initials of an office first', ['The CM', 'Chief Minister Ana Brandt']],
    ['an acronym first', ['The FHA', 'The Federal Harbor Agency']],
    ['a name without its first word', ['The US State Department', 'The State Department']],
    ['an initial for a first name', ['Ned Cole', 'N. Cole']],
    ['initials for first names', ['John Robert Cole', 'J.R. Cole']],
    ['a surname before "Jr."', ['Ned Cole Jr.', 'Cole']],
    ['a name without "Jr."', ['Ned Cole Jr.', 'Ned Cole']],
    ['an acronym with full stops', ['The United Nations', 'The U.N.']],
    ['an acronym with and without full stops', ['The UN', 'The U.N.']],
    ['a country in short', ['The United States', 'The U.S.']],
    ["a firm's name without its form", ['Velora Inc.', 'Velora']],
    ["a firm's name without its form, first", ['Velora', 'Velora Inc.']],
    ['an honorific and the first name', ['Sir Edmund Hale', 'Sir Edmund']],
    ['an honorific that comes later', ['Edmund Hale', 'Sir Edmund']],
    ["an institution's noun with a capital", ['The European Commission', 'The Commission']],
    ["a person's initials", ['Alexandra Okafor-Cole', 'AOC']],
    ["a person's surname that is a company's too", ['Otto Ford', 'Ford']]
  ])('%s is the same', (_, names) => {
    expect(bearersIn(sayings(names))).toHaveLength(1)
  })

  it.each([
    ['two surnames', ['Ana Brandt', 'Ned Cole']],
    ['two first names of one surname', ['Ana Brandt', 'Otto Brandt']],
    ['two initials of one surname', ['B. Cole', 'T. Cole']],
    ['two surnames of one first name', ['Ned Cole', 'Ned Hale']],
    ['an organisation of a surname', ['Ana Brandt', 'The Brandt Foundation']],
    ['two organisations of one noun', ['The Federal Harbor Agency', 'The Federal Rail Agency']],
    ['an acronym of other letters', ['The Federal Harbor Agency', 'The FRA']],
    ['a place and an organisation in it', ['Larne', 'The University of Larne']]
  ])('%s are two', (_, names) => {
    expect(bearersIn(sayings(names))).toHaveLength(2)
  })

  it('gives a short name to the bearer that was named last', () => {
    const sexless = ['Robin Brandt', 'Sasha Brandt', 'Brandt']
    expect(bearersIn(sayings(sexless))).toEqual([['Robin Brandt'], ['Sasha Brandt', 'Brandt']])
  })

  it('gives a short name to the bearer of its sex', () => {
    const people = ['Ned Brandt', 'Ana Brandt', 'Mr. Brandt', 'Mrs. Brandt']
    const bearers = bearersIn(sayings(people))
    expect(bearers).toContainEqual(['Ned Brandt', 'Brandt'])
    expect(bearers).toContainEqual(['Ana Brandt', 'Brandt'])
  })

  it('gives a short name to whom the text is about, not to kin brought in beside', () => {
    const text = (name: string) =>
      `Rosalind Varga drew maps. Her daughter, Mieke Varga, said it was late. ${name} said it was safe.`
    expect(bearersIn(text('Ms. Varga'))).toContainEqual(['Rosalind Varga', 'Varga'])
    expect(bearersIn(text('Varga'))).toContainEqual(['Mieke Varga', 'Varga'])
    expect(bearersIn(`Rosalind Varga drew. Varga left. ${text('Varga')}`)).toContainEqual([
      'Rosalind Varga',
      'Varga',
      'Rosalind Varga',
      'Varga'
    ])
    expect(bearersIn(text('Mieke'))).toContainEqual(['Mieke Varga', 'Mieke'])
  })

  it('gives a short name in a headline to a company’s in full, but to no person’s', () => {
    expect(bearersIn(sayings(['Norvane', 'Norvane Group']))).toHaveLength(1)
    expect(bearersIn(sayings(['Hale', 'Hale Group', 'Otto Hale']))).toHaveLength(2)
    expect(bearersIn('Benthos Pacific, which owns the ship, left. Benthos said it was safe.')).toHaveLength(1)
    expect(
      bearersIn('Hale Pacific, which owns the ship, left. Otto Hale waved. Hale said it was safe.')
    ).toContainEqual(['Otto Hale', 'Hale'])
    expect(bearersIn(sayings(['Norvane', 'Norvane Foundation']))).toHaveLength(2)
  })

  it('takes no title for a name of its own', () => {
    expect(bearersIn(sayings(['Ana Brandt', 'Mrs. Brandt']))).toEqual([['Ana Brandt', 'Brandt']])
  })

  it('learns an acronym in brackets that its letters do not tell', () => {
    expect(bearersIn(sayings(['The Federal Harbor Agency (FEHAR)', 'The FEHAR']))).toHaveLength(1)
    expect(bearersIn(sayings(['The Federal Harbor Agency', 'The FEHAR']))).toHaveLength(2)
  })

  it('keeps those apart whom the caller knows apart, and joins those he knows for one', () => {
    const text = sayings(['Ana Brandt', 'Ana Brandt'])
    let count = 0
    expect(bearersIn(text, (name) => (name ? count++ : -1))).toHaveLength(2)
    expect(bearersIn(sayings(['Ana Brandt', 'Mara Quist']), (name) => (name ? 0 : -1))).toEqual([
      ['Ana Brandt', 'Mara Quist']
    ])
  })

  it('has no entity for what has no name', () => {
    expect(bearersIn('The mayor said that she was ill.')).toEqual([])
  })

  it('finds each of a thousand names again', () => {
    const letters = 'abcdefghij'
    const surname = (n: number) =>
      `Q${[...String(n).padStart(3, '0')].map((digit) => letters[Number(digit)]).join('u')}st`
    const names = Array.from({ length: 500 }, (_, n) => `Ana ${surname(n)}`)
    const bearers = bearersIn(`${sayings(names)}\n\n${sayings(names)}`)
    expect(bearers.flat()).toHaveLength(1000)
    expect(bearers.map(([first]) => first)).toEqual(names)
  })
})

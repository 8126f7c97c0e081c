import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { describeMention } from '../../../packages/core/src/mention/describe-mention.ts'
import { wordsOf } from '../../support/tables.ts'
import { phraseIn } from './phrase.ts'

/** What is told of a phrase that is said to say something. */
function told(phrase: string) {
  const { reading, range, head } = phraseIn(`${phrase} said it was safe.`, phrase.replace(/,$/, ''))
  const { name, role, ...its } = describeMention(reading, range, head, english)
  const words = (its: typeof name) => its && wordsOf(reading.tokens, its)
  return { ...its, name: words(name), role: words(role) }
}

describe('describeMention', () => {
  it.each([
    ['Velora CEO Ana Brandt', 'Velora CEO'],
    ["Mr. Rhodes, the company's chief executive,", "company's chief executive"],
    ['Paula Grant, U.S. Senator (R-Texas),', 'U.S. Senator (R-Texas)'],
    ['Mara Quist, a nurse at the clinic,', 'nurse at the clinic'],
    ['The mayor, Ned Cole,', 'mayor'],
    ["Grant's spokesman, Ned Cole,", "Grant's spokesman"],
    ['Secretary of State Jonas Weil', 'Secretary of State'],
    ['Ana Brandt, a candidate in 2008,', 'candidate'],
    ['Interview with linguist Ana Brandt', 'linguist'],
    ['Cllr Ana Brandt (Chair), Cllr Ned Cole', 'Cllr'],
    ['Ana Brandt (Chair)', 'Chair'],
    ['Counsel for the board, Ms Brandt,', 'Counsel for the board'],
    ['The Inspector-General of Police, Mr Otto Hale,', 'Inspector-General of Police'],
    ['Former Velora chief executive Ana Brandt', 'Former Velora chief executive'],
    ['First baseman Otis Cole', 'First baseman'],
    ['The kite modeller Ana Brandt', 'kite modeller'],
    ['A lift-winder Ana Brandt', 'lift-winder'],
    ['Mara Quist, 61, a retired wheeltapper from Larne,', 'retired wheeltapper from Larne'],
    ["The rebels' leader, known as Commander Zelvo,", "rebels' leader"],
    ['A nurse who gave her name as Olga', 'nurse'],
    ['Former secretary of state Mara Quist', 'Former secretary of state'],
    ['A friend named Ana Brandt', 'friend'],
    ['Det Con Ana Brandt', 'Det Con'],
    ['Superintendent of Police Mara Quist', 'Superintendent of Police'],
    ['Superintendent of Police Arvind Nair', 'Superintendent of Police'],
    ['The newspaper Red Star', 'newspaper'],
    ['Ana Brandt, an estate agent today,', 'estate agent']
  ])('finds the office: %s', (phrase, role) => {
    expect(told(phrase).role).toBe(role)
  })

  it.each([
    'Mr. Cole',
    'Dr. Ana Brandt',
    'Ana Brandt',
    'Lord Ashcombe',
    'Mara Quist, 45,',
    'Ana Brandt, who runs the harbor,',
    'One woman, who gave only her first name, Leyla,',
    'A man named Ana Brandt',
    'Brandt – never a man for words –',
    'Mum-of-two Ana Brandt, 29,',
    'The Federal Harbor Agency (FHA)'
  ])('finds no office in %s', (phrase) => {
    expect(told(phrase).role).toBeNull()
  })

  it('leaves a clause off the office', () => {
    expect(told('Ana Brandt, the mayor, who is retiring,').role).toBe('mayor')
  })

  it.each([
    ['Ana Brandt', 'person'],
    ['Mr. Cole', 'person'],
    ['The mayor', 'person'],
    ["Grant's spokesman", 'person'],
    ['The Prime Minister', 'person'],
    ['The Speaker', 'person'],
    ['The Federal Harbor Agency', 'organization'],
    ['The Daily Courier', 'organization'],
    ['The Observer', 'organization'],
    ['The Chief Observer', 'person'],
    ['PC World', 'organization'],
    ['Privacy International', 'organization'],
    ['Voters', 'unnamed'],
    ['Survivors', 'unnamed'],
    ['PC Ned Cole', 'person'],
    ['Short seller Pruitt Research', 'organization'],
    ['The PM', 'person'],
    ['The CCTV', 'document'],
    ['Ai Weilin', 'person'],
    ['Ai', 'person'],
    ['Mujtaba Rahman of the Hale Group, a consulting company,', 'person'],
    ['Zarko Petrin, a longtime policy maker,', 'person'],
    ['Zelvo, an activist group,', 'organization'],
    ['Zelvo, a parent company,', 'organization'],
    ['The Arizona Republican', 'person'],
    ['Two pollsters, Larne College and Zelvo,', 'organization'],
    ['R.I.', 'place'],
    ['Meridale Health', 'organization'],
    ['The West Coast', 'place'],
    ['The footage', 'document'],
    ['The German', 'person'],
    ['The Democrat', 'person'],
    ['A Democrat', 'unnamed'],
    ['The Independent', 'organization'],
    ["Grant's campaign", 'organization'],
    ['His administration', 'organization'],
    ['The FHA', 'organization'],
    ['METEON', 'organization'],
    ['Police Scotland', 'organization'],
    ['Private forecaster SkyLine', 'organization'],
    ['Chief forecaster SkyLine Cole', 'person'],
    ['France, an ally of Norland,', 'place'],
    ['The placard', 'document'],
    ['The state newspaper Red Star', 'organization'],
    ['The star', 'person'],
    ['The coastguard', 'organization'],
    ['National Highways', 'organization'],
    ["The party's state unit", 'organization'],
    ['A nurse at St. Jude’s', 'unnamed'],
    ['St. Jude’s', 'organization'],
    ['St. Jude', 'person'],
    ['The weather bureau, Meteon,', 'organization'],
    ['The weather man, Meteon,', 'person'],
    ['The University of Larne', 'organization'],
    ["McDonald's", 'organization'],
    ['AT&T', 'organization'],
    ['Goldman Sachs', 'organization'],
    ['Kenya Red Cross', 'organization'],
    ['Former secretary of state Ana Brandt', 'person'],
    ['Statistics Norway', 'organization'],
    ['Ana London', 'person'],
    ['South Korea', 'place'],
    ['Senate Republicans', 'group'],
    ['A spokesman for the company, Ned Cole,', 'person'],
    ['Doctors Without Borders', 'organization'],
    ["The pier's owner, Heron Quays LLC,", 'organization'],
    ["The pier's owner, the Harbor Agency,", 'organization'],
    ["The pier's owner, Ana Brandt,", 'person'],
    ['Asda, the third-largest grocer,', 'organization'],
    ['Ford, the former president,', 'person'],
    ['President Ford', 'person'],
    ['Democrats', 'group'],
    ['Police', 'group'],
    ['Beijing', 'place'],
    ['The United States', 'place'],
    ['The report', 'document'],
    ['A White House statement', 'document'],
    ['Court documents', 'document'],
    ['Critics', 'unnamed'],
    ['A Beijing spokesperson', 'unnamed'],
    ['A senior official', 'unnamed'],
    ['Two people familiar with the matter', 'unnamed'],
    ['One resident', 'unnamed']
  ])('tells what it is: %s, %s', (phrase, type) => {
    expect(told(phrase).type).toBe(type)
  })

  it.each([
    ['Ana Brandt', 'female'],
    ['Ned Cole', 'male'],
    ['Mrs. Cole', 'female'],
    ['Lord Ashcombe', 'male'],
    ['The businessman', 'male'],
    ['The company', 'neuter'],
    ['Siobhán Cole', 'female'],
    ['Micheál Cole', 'male'],
    ['Dr. Cole', null],
    ['Quist', null],
    ['The mayor', null]
  ])('tells the gender where words do: %s, %s', (phrase, gender) => {
    expect(told(phrase).gender).toBe(gender)
  })

  it.each([
    ['Spokeswoman Robin Hale', 'female'],
    ['Spokeswoman Quist', 'female']
  ])('tells the gender by an office before the name: %s, %s', (phrase, gender) => {
    expect(told(phrase).gender).toBe(gender)
  })

  it.each([
    ['LARNE, Norland — A leak closed the bridge.', 'LARNE'],
    ['SAN ALDO, Norland — A leak closed the bridge.', 'SAN ALDO'],
    ['LARNE, Norland (AP) — A leak closed the bridge.', 'Norland']
  ])('tells the places of a dateline: %s', (text, place) => {
    const { reading, range, head } = phraseIn(text, place)
    expect(describeMention(reading, range, head, english)).toMatchObject({ type: 'place', certainty: 2 })
  })

  it('takes no agency in a dateline for a place', () => {
    const { reading, range, head } = phraseIn('LARNE, Norland (ZNA) — A leak closed the bridge.', 'ZNA')
    expect(describeMention(reading, range, head, english).type).toBe('organization')
  })

  it("takes no gender from a possessor's title", () => {
    expect(told("Mrs. Cole's lawyer").gender).toBeNull()
  })

  it.each([
    ['Critics', true],
    ['The mayors', true],
    ['Democrats', true],
    ['The mayor', false],
    ['Ana Brandt', false],
    ['The company', false]
  ])('tells one from many: %s, %s', (phrase, plural) => {
    expect(told(phrase).plural).toBe(plural)
  })

  it.each([
    ['She', { kind: 'pronoun', gender: 'female', plural: false, type: 'person', isPersonal: true }],
    ['They', { kind: 'pronoun', gender: null, plural: true }],
    ['It', { kind: 'pronoun', gender: 'neuter', plural: false, isPersonal: false }],
    ['The mayor', { kind: 'description', name: null, isPersonal: true }],
    ['The US', { kind: 'name', name: 'US', type: 'place' }]
  ])('tells names, pronouns and descriptions apart: %s', (phrase, its) => {
    expect(told(phrase)).toMatchObject(its)
  })
})

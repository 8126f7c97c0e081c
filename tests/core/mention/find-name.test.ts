import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { findName } from '../../../packages/core/src/mention/find-name.ts'
import { wordsOf } from '../../support/tables.ts'
import { phraseIn } from './phrase.ts'

/** The name in a phrase that is said to say something. */
function nameIn(phrase: string): string | null {
  const { reading, range, head } = phraseIn(`${phrase} said it was safe.`, phrase.replace(/,$/, ''))
  const name = findName(reading, range, head, english)
  return name && wordsOf(reading.tokens, name)
}

describe('findName', () => {
  it.each([
    ['Ana Brandt', 'Ana Brandt'],
    ['Cole', 'Cole'],
    ['J. R. Cole', 'J. R. Cole'],
    ['Anne-Marie Duval', 'Anne-Marie Duval'],
    ["Sinéad O'Hara", "Sinéad O'Hara"],
    ['Ludwig von Arlen', 'Ludwig von Arlen'],
    ['Ursula von der Leyden', 'Ursula von der Leyden'],
    ['Erik ten Hale', 'Erik ten Hale'],
    ['Rhun ap Iorath', 'Rhun ap Iorath'],
    ['Neil deGrave Tyson', 'Neil deGrave Tyson'],
    ['Chimamanda Ngozi Adiche', 'Chimamanda Ngozi Adiche'],
    ['Hun Sen', 'Hun Sen'],
    ['Ned Cole Jr.', 'Ned Cole Jr.'],
    ['Austin Aaron Barnes', 'Austin Aaron Barnes'],
    ['Mary Louise Anne Barnes', 'Mary Louise Anne Barnes'],
    ['Marshal Cole', 'Marshal Cole']
  ])('takes a name whole: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['Mr. Cole', 'Cole'],
    ['Senator Paula Grant', 'Paula Grant'],
    ['Lt. Gen. Marcus Ode', 'Marcus Ode'],
    ['Velora CEO Ana Brandt', 'Ana Brandt'],
    ['Harbor United coach Erik Sund', 'Erik Sund'],
    ['Prime Minister Ana Brandt', 'Ana Brandt'],
    ['Democrat Ana Brandt', 'Ana Brandt'],
    ['Sens. Ana Brandt', 'Ana Brandt'],
    ['Promoter Wale Sodipe', 'Wale Sodipe'],
    ['Startup Velora', 'Velora'],
    ['Democrat Zephyr Quist', 'Zephyr Quist'],
    ['Democrat Quist', 'Quist'],
    ['Larne Mayor Don Guardian', 'Don Guardian'],
    ['Former White House Chief Of Staff Rahm Quist', 'Rahm Quist'],
    ['Minnesota Sen. Al Quist', 'Al Quist'],
    ['Rival Hale Research', 'Hale Research'],
    ['A man called Ned Cole', 'Ned Cole'],
    ['Eyewitness Mara Quist', 'Mara Quist'],
    ['Fire Marshal Ana Brandt', 'Ana Brandt'],
    ['The shop steward Otis Marchetti', 'Otis Marchetti'],
    ['Director of Central Intelligence George Tanner', 'George Tanner'],
    ['Gwilym Rhys-Tudor KC', 'Gwilym Rhys-Tudor'],
    ['Brandt KC', 'Brandt KC'],
    ['Cpl. Mireille Cole', 'Mireille Cole'],
    ['Senior Advocate Meher Cole', 'Meher Cole'],
    ['A student at the University of Texas Arlington Amneh Jafal', 'Amneh Jafal'],
    ["Grant's spokesman Ned Cole", 'Ned Cole'],
    ['ATF Special Agent in Charge Rick Marsh', 'Rick Marsh'],
    ['A woman identified only as Yusra', 'Yusra'],
    ['A woman who gave her name as Olga', 'Olga'],
    ['The Leader of the Council, Councillor Tranter,', 'Tranter'],
    ['A young man in a red top who gives his name only as Jordan', 'Jordan'],
    ['One woman, who gave only her first name, Leyla, for fear of reprisals,', 'Leyla']
  ])('leaves titles, offices and employers off: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['Lord Ashcombe', 'Lord Ashcombe'],
    ['Dame Ruth Hale', 'Dame Ruth Hale'],
    ['Queen Ingra', 'Queen Ingra'],
    ['Pope Anselm', 'Pope Anselm']
  ])('keeps a title that is part of the name: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['The mayor, Ned Cole,', 'Ned Cole'],
    ["Grant's spokesman, Ned Cole,", 'Ned Cole'],
    ['The mayor of Larne, Ned Cole,', 'Ned Cole'],
    ['Ned Cole, the mayor of Larne,', 'Ned Cole'],
    ['The Babaloja of the market, Mutiu Adesokan,', 'Mutiu Adesokan'],
    ['The Kremlin, Larne,', 'Kremlin'],
    ['her brother Ned', 'Ned'],
    ['Ana Brandt @ana_b', 'Ana Brandt'],
    ['Nadia Okonjo-Reyes', 'Nadia Okonjo-Reyes'],
    ['@ana_b', '@ana_b']
  ])('finds the name beside an apposition: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['Hale & Sons', 'Hale & Sons'],
    ['The Bank of Orsana', 'Bank of Orsana'],
    ['The Ministry of Transport', 'Ministry of Transport'],
    ['The Department for Transport', 'Department for Transport'],
    ['The Federal Harbor Agency (FHA)', 'Federal Harbor Agency'],
    ['The Energy and Harbor Regulatory Authority', 'Energy and Harbor Regulatory Authority'],
    ['The Municipal Search and Rescue Agency', 'Municipal Search and Rescue Agency'],
    ['The Labor Department and Rescue Agency', 'Labor Department'],
    ['Brandt and Rescue Agency', 'Brandt'],
    ['Police Scotland', 'Police Scotland'],
    ["The All India Growers' Federation", "All India Growers' Federation"],
    ['The Larne Boatmen’s Union', 'Larne Boatmen’s Union'],
    ['The Larne Operators’ Union', 'Larne Operators’ Union'],
    ['The Hale Center for Consumer Life', 'Hale Center for Consumer Life'],
    ["Orsana's Justice Ministry", "Orsana's Justice Ministry"],
    ["St. Mary's Hospital", "St. Mary's Hospital"],
    ['The Trump administration', 'Trump administration'],
    ['The 9/11 Commission', '9/11 Commission'],
    ['The 9th U.S. Circuit Court of Appeals', '9th U.S. Circuit Court of Appeals'],
    ['The 45th President Ana Brandt', 'Ana Brandt'],
    ['The Centers for Disease Control and Prevention', 'Centers for Disease Control and Prevention'],
    ['The National Institute on Aging', 'National Institute on Aging'],
    ['The Harbor Agency on Monday', 'Harbor Agency'],
    ['Doctors Without Borders', 'Doctors Without Borders'],
    ['Mothers Against Drunk Driving', 'Mothers Against Drunk Driving'],
    ["McDonald's", "McDonald's"],
    ["Standard & Poor's", "Standard & Poor's"]
  ])("takes an organisation's name with its noun: %s", (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['Omar al-Rashid', 'Omar al-Rashid'],
    ['Willem van der Berg', 'Willem van der Berg'],
    ['Juan de la Cruz', 'Juan de la Cruz'],
    ['The carmaker Velora', 'Velora'],
    ['William “Buck” Tanner', 'William “Buck” Tanner']
  ])('takes a name whole that small words, marks or nouns divide: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it.each([
    ['Goldman Sachs', 'Goldman Sachs'],
    ['The British Red Cross', 'British Red Cross'],
    ['Black Lives Matter', 'Black Lives Matter'],
    ['Tata Steel Group', 'Tata Steel Group'],
    ['General Electric', 'General Electric'],
    ['General Marsh', 'Marsh'],
    ['Goldman Sachs economist Ned Cole', 'Ned Cole']
  ])('takes a well-known name whole: %s', (phrase, name) => {
    expect(nameIn(phrase)).toBe(name)
  })

  it('ends a name at the line', () => {
    const { reading } = phraseIn('Ana Brandt\nDelivered in May, it said, it was safe.', 'Ana Brandt')
    const name = findName(reading, { from: 0, to: 3 }, 1, english)
    expect(name && wordsOf(reading.tokens, name)).toBe('Ana Brandt')
  })

  it('takes no date for a name', () => {
    expect(nameIn('May 28')).toBeNull()
    expect(nameIn('May Brandt')).toBe('May Brandt')
  })

  it.each([
    'The mayor',
    'A spokesman for Velora',
    'A spokesman for Mayor Ana Brandt',
    'Doctors without money',
    'Goldman Sachs analysts',
    'Democrats',
    'The President',
    "Grant's campaign",
    "Orsana's foreign ministry",
    'Critics',
    'The company',
    'Nineteen of 22 engineers'
  ])('finds none in %s', (phrase) => {
    expect(nameIn(phrase)).toBeNull()
  })
})

import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { namesOf, onlySource } from './who-said.ts'

describe('a source’s name', () => {
  it.each([
    ['Brandt said it was safe. Ana Brandt said it was cheap.', 'Ana Brandt'],
    ['Xi Jinping said it was safe. President Xi said it was cheap. Xi said it was new.', 'Xi Jinping'],
    ['The FHA said it was safe. The Federal Harbor Agency said it was cheap.', 'Federal Harbor Agency'],
    ['Mr. Rhodes, the chief executive, said it was safe.', 'Rhodes'],
    ['Velora Reports Third Quarter Results\n\nVelora said that sales rose.', 'Velora'],
    [
      'Norland Names Ana Brandt for Top Post.\n\nBrandt said it was safe. Ana Brandt said it was late.',
      'Ana Brandt'
    ],
    ['Lord Ashcombe said it was safe. Ashcombe said it was cheap.', 'Lord Ashcombe']
  ])('is the fullest proper name of the text: %s', (text, name) => {
    expect(namesOf(text)).toEqual([name])
  })

  it.each([
    ['The report said it was safe.', 'report'],
    ['An old man said it was safe.', 'old man'],
    [
      'A spokeswoman for Velora said it was safe. The spokeswoman said it was cheap.',
      'spokeswoman for Velora'
    ],
    ['Two people familiar with the matter said it was safe.', 'Two people familiar with the matter'],
    ["Grant's campaign said it was safe.", "Grant's campaign"],
    ["A friend of the mayor's wife said it was safe.", "friend of the mayor's wife"],
    ['Experts* today said it was safe.', 'Experts'],
    ['A poll in late April said it was safe.', 'poll'],
    ['A man from the office on Monday said it was safe.', 'man from the office'],
    ['A sign on the shop’s door Tuesday said it was safe.', 'sign on the shop’s door'],
    ['His administration said it was safe.', 'His administration']
  ])('is else the fullest description, its article off: %s', (text, name) => {
    expect(namesOf(text)).toEqual([name])
  })

  it('is "author" for one who says "I" and has none', () => {
    expect(onlySource('I think the bridge is safe.')).toMatchObject({ name: 'author', type: 'person' })
  })

  it('makes the id, numbered where it repeats', () => {
    expect(extract('Ana Brandt said it was safe.').sources[0]!.id).toBe('ana-brandt')
    const { sources } = extract('A nurse said it was safe.\n\nA doctor said it was cheap.')
    expect(new Set(sources.map(({ id }) => id)).size).toBe(2)
  })
})

describe('a source’s role and type', () => {
  it.each([
    ['Velora CEO Ana Brandt said it was safe.', 'Ana Brandt', 'person', 'Velora CEO'],
    ["Mr. Rhodes, the company's chief executive, said it was safe.", 'Rhodes', 'person', "company's chief executive"],
    ['Paula Grant, U.S. Senator (R-Texas), said it was safe.', 'Paula Grant', 'person', 'U.S. Senator (R-Texas)'],
    ['The mayor, Ned Cole, said it was safe.', 'Ned Cole', 'person', 'mayor'],
    ['The mayor of Larne, Ned Cole, said it was safe.', 'Ned Cole', 'person', 'mayor of Larne'],
    ['Ana Brandt, Mayor of Larne, said it was safe.', 'Ana Brandt', 'person', 'Mayor of Larne'],
    ["Orsana's Foreign Minister, Jonas Weil, said it was safe.", 'Jonas Weil', 'person', "Orsana's Foreign Minister"],
    ['Mara Quist, an analyst with Velora, said it was safe.', 'Mara Quist', 'person', 'analyst with Velora'],
    ["Cole's lawyer, Ruth Hale, said it was safe.", 'Ruth Hale', 'person', "Cole's lawyer"],
    ['Her mother, Ruth Hale, said it was safe.', 'Ruth Hale', 'person', 'mother'],
    ['The bank is calm, its governor, Mira Olsen, said.', 'Mira Olsen', 'person', 'governor'],
    ['Chancellor of the Exchequer Jonas Weil said it was safe.', 'Jonas Weil', 'person', 'Chancellor of the Exchequer'],
    ['Mr. Cole said it was safe.', 'Cole', 'person', null],
    ['Ana Brandt, who runs the harbor, said it was safe.', 'Ana Brandt', 'person', null],
    ['Mara Quist, 45, said it was safe.', 'Mara Quist', 'person', null],
    ['Velora Inc. said it was safe.', 'Velora Inc.', 'organization', null],
    ['Ana Brandt for the Port of Larne said it was safe.', 'Ana Brandt', 'person', null],
    ['First Lady Ana Cole said it was safe.', 'Ana Cole', 'person', 'First Lady'],
    ['Cole & Brandt LLP said it was safe.', 'Cole & Brandt LLP', 'organization', null],
    ['Larne-based Velora said it was safe.', 'Velora', 'organization', null],
    ['State-owned Velora said it was safe.', 'Velora', 'organization', null],
    ['Larne-born Cole said it was safe.', 'Cole', 'person', null],
    ['Velora, Inc. said it was safe.', 'Velora, Inc.', 'organization', null],
    ['Ned Cole, Jr. said it was safe.', 'Ned Cole', 'person', null],
    ['Ana Brandt, PhD, said it was safe.', 'Ana Brandt', 'person', null],
    ['Kelvion, a software company, said it was safe.', 'Kelvion', 'organization', null],
    ['Kelvion, the Danish energy giant, said it was safe.', 'Kelvion', 'organization', null],
    ['Kelvion, which makes chips, said it was safe.', 'Kelvion', 'organization', null],
    ['OrbiTech said it was safe.', 'OrbiTech', 'organization', null],
    ['McCole said it was safe.', 'McCole', 'person', null],
    ["Police Scotland's Insp Ned Cole said it was safe.", 'Ned Cole', 'person', "Police Scotland's Insp"],
    ['@brandt said it was safe.', '@brandt', 'person', null],
    ['Twitter user @brandt said it was safe.', '@brandt', 'person', 'Twitter user'],
    ['13:55 Mayor Ana Brandt said it was safe.', 'Ana Brandt', 'person', 'Mayor'],
    ['MacGarvey said it was safe.', 'MacGarvey', 'person', null],
    ['Cole, who makes chips, said it was safe.', 'Cole', 'person', null],
    ['Ned Cole, a company man, said it was safe.', 'Ned Cole', 'person', 'company man'],
    ['Velsted said it was safe. Velsted shares fell.', 'Velsted', 'organization', null],
    ['Velsted said it was safe. Mette Dahl is Velsted CEO.', 'Velsted', 'organization', null],
    ["Velsted said it was safe. Velsted's chief executive left.", 'Velsted', 'organization', null],
    ['Ned Cole said it was safe. Cole shares an office.', 'Ned Cole', 'person', null],
    ['Velsted said it was safe. Shares fell.', 'Velsted', 'person', null],
    ['The Federal Harbor Agency said it was safe.', 'Federal Harbor Agency', 'organization', null],
    ['His administration said it was safe.', 'His administration', 'organization', null],
    ['The Harbor-Rail transition team said it was safe.', 'Harbor-Rail transition team', 'organization', null],
    ['A Beijing spokesperson said it was safe.', 'Beijing spokesperson', 'unnamed', null],
    ['A White House statement said it was safe.', 'White House statement', 'document', null],
    ['Beijing said it was safe.', 'Beijing', 'place', null],
    ['LARNE — The Pentagon said it was safe.', 'Pentagon', 'organization', null],
    ['Republicans said it was safe.', 'Republicans', 'group', null],
    ['Doctors Without Borders said it was safe.', 'Doctors Without Borders', 'organization', null],
    ['Critics said it was safe.', 'Critics', 'unnamed', null]
  ])('%s', (text, name, type, role) => {
    expect(onlySource(text)).toMatchObject({ name, type, role })
  }) // biome-ignore format: a table

  it.each([
    ['Ana Brandt, 52, of Larne, said it was safe.', 'Ana Brandt', 'person', null],
    ['Brandt, along with Cole, said it was safe.', 'Brandt', 'person', null],
    ['Ned Cole, from Larne, Ohio, said it was safe.', 'Ned Cole', 'person', null],
    ['Ned Cole, whose wife Ana died, said it was safe.', 'Ned Cole', 'person', null],
    ["Velora's Ana Brandt said it was safe.", 'Ana Brandt', 'person', null],
    ['Willem van der Berg said it was safe.', 'Willem van der Berg', 'person', null],
    ['Juan de la Cruz said it was safe.', 'Juan de la Cruz', 'person', null],
    ['Omar al-Rashid said it was safe.', 'Omar al-Rashid', 'person', null],
    ['The carmaker Velora said it was safe.', 'Velora', 'organization', 'carmaker'],
    ["St. Mary's Hospital said it was safe.", "St. Mary's Hospital", 'organization', null],
    ['BRANDT: It is safe.\n\nCOLE: I think it is cheap.\n\nBRANDT: I think it is new.', 'BRANDT', 'person', null],
    ['Human Rights Watch said it was safe.', 'Human Rights Watch', 'organization', null],
    ['Ana Brandt, née Cole, said it was safe.', 'Ana Brandt', 'person', null],
    ["Deputy Prime Minister and Finance Minister Jonas Weil said it was safe.", 'Jonas Weil', 'person', 'Deputy Prime Minister and Finance Minister']
  ])('%s', (text, name, type, role) => {
    expect(extract(text).sources.find((source) => source.name === name)).toMatchObject({ type, role })
    expect(extract(text).sources.filter((source) => source.type === 'unnamed')).toEqual([])
  }) // biome-ignore format: a table

  it('is the role that stands beside a name most often, of several the first', () => {
    const told = (text: string) => extract(text).sources.find(({ name }) => name === 'Ana Brandt')!.role
    const mayor = 'Mayor Ana Brandt said it was late.'
    expect(told(`Rival Ana Brandt said it was safe. ${mayor} ${mayor}`)).toBe('Mayor')
    expect(told(`Rival Ana Brandt said it was safe. ${mayor}`)).toBe('Rival')
  })

  it.each([
    ['Ana Brandt, then the mayor, said it was safe.', 'Ana Brandt', 'person', 'mayor'],
    ['Acting Police Chief Erik Sund said it was safe.', 'Erik Sund', 'person', 'Acting Police Chief']
  ])('%s', (text, name, type, role) => {
    expect(onlySource(text)).toMatchObject({ name, type, role })
  }) // biome-ignore format: a table
})

describe('a source’s mentions', () => {
  it('are all names, and what is said to say something', () => {
    const { mentions } = onlySource(
      'Ana Brandt left. She was tired. Brandt said it was safe. She said it was cheap.'
    )
    expect(mentions.map(({ text }) => text)).toEqual(['Ana Brandt', 'Brandt', 'She'])
  })

  /** No mention ends in a mark, begins with a word that joins it to the next, or has what is said in it. */
  function checkReach(text: string) {
    for (const { mentions } of extract(text).sources)
      for (const mention of mentions) {
        expect(mention.text).not.toMatch(/[,:.]$|^(?:both|neither)\b/i)
        expect(mention.text).not.toMatch(/safe|think/)
      }
  }

  it.each([
    'Ana Brandt, Ned Cole and Mara Quist said it was safe.',
    'NED COLE, MAYOR: I think it is safe.\n\nANA BRANDT: I think it is not.',
    'Ana Brandt, the mayor, and Ned Cole said it was safe.'
  ])('reach no further than the phrase: %s', checkReach)

  it.each(['Both Ana Brandt and Ned Cole said it was safe.'])(
    'reach no further than the phrase: %s',
    checkReach
  )
})

describe('what a source is', () => {
  it.each([
    ['The Zelvo family left. Jeb Zelvo said it was sad.', 'person'],
    ['The Zelvo said it was sad.', 'organization'],
    ['Bloomberg left at nine. Michael Bloomberg said it was late.', 'person'],
    ['Bloomberg reported that it was late.', 'organization'],
    ['They believe in Zelvo. Zelvo left early. Zelvo said it was late.', 'person'],
    ['They live in Zelvo. Zelvo said it was late.', 'place']
  ])('is told by all its mentions: %s', (text, type) => {
    expect(onlySource(text).type).toBe(type)
  })
})

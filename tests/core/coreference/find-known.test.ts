import { english } from '@saywho/english'
import { type ExtractOptions, extract, type KnownSource } from 'saywho'
import { describe, expect, it } from 'vitest'
import { findKnown } from '../../../packages/core/src/coreference/find-known.ts'
import { findMentions } from '../../../packages/core/src/mention/find-mentions.ts'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'
import { namesOf, onlySource, speakersIn } from './who-said.ts'

const ANA: KnownSource = {
  name: 'Ana Brandt',
  aliases: ['Brandt', 'the Iron Lady'],
  sameAs: ['https://example.org/ana', 'https://example.com/ana']
}

describe('findKnown', () => {
  /** The mentions of a text that are known, with the name that they are known by. */
  function knownIn(text: string, ...people: KnownSource[]) {
    const reading = readingOf(text)
    const mentions = findMentions(reading, english)
    const known = findKnown(reading.tokens, mentions, people, english)
    return mentions.flatMap(({ range }, index) =>
      known[index]! < 0 ? [] : [`${wordsOf(reading.tokens, range)} = ${people[known[index]!]!.name}`]
    )
  }

  it('finds names and aliases, in any case', () => {
    expect(knownIn('Ana Brandt left. ANA BRANDT was tired.', ANA)).toEqual([
      'Ana Brandt = Ana Brandt',
      'ANA BRANDT = Ana Brandt'
    ])
    expect(knownIn('The Iron Lady left.', ANA)).toEqual(['The Iron Lady = Ana Brandt'])
  })

  it('finds them with either apostrophe', () => {
    expect(knownIn('O’Hara left.', { name: "O'Hara" })).toEqual(["O’Hara = O'Hara"])
  })

  it('finds them in apposition, and not in another name', () => {
    expect(knownIn('The mayor, Ana Brandt, left.', ANA)).toEqual(['The mayor, Ana Brandt = Ana Brandt'])
    expect(knownIn('Otto Brandt left.', ANA)).toEqual([])
  })

  it('takes the longest that matches', () => {
    expect(knownIn('Ana Brandt left.', { name: 'Ana' }, ANA)).toEqual(['Ana Brandt = Ana Brandt'])
    expect(knownIn('Brandt Motors left.', ANA, { name: 'Brandt Motors' })).toEqual([
      'Brandt Motors = Brandt Motors'
    ])
  })

  it('takes the first of two that are the same', () => {
    expect(knownIn('Brandt left.', { name: 'Brandt' }, ANA)).toEqual(['Brandt = Brandt'])
  })

  it.each([
    'Brandt Motors left.',
    'The Brandt Foundation left.',
    'Brandts left.',
    'Ana left.',
    'The Lady left.'
  ])('finds nobody in %s', (text) => {
    expect(knownIn(text, ANA)).toEqual([])
  })

  it('finds a possessor, but not what it has', () => {
    expect(knownIn("Ana Brandt's office closed.", ANA)).toEqual(["Ana Brandt's = Ana Brandt"])
  })

  it.each(['', '  ', '…', '“', '\0', '\ud800', ','])('finds nobody by the name %j', (name) => {
    expect(knownIn('“Well, …,” Ana Brandt said.', { name })).toEqual([])
  })
})

describe('people', () => {
  const people = [ANA]

  it('gives the name and the addresses of whom it knows', () => {
    const { name, sameAs } = onlySource('Brandt said it was safe.', { people })
    expect({ name, sameAs }).toEqual({ name: ANA.name, sameAs: ANA.sameAs })
  })

  it('gives them to those whom short names and pronouns mean', () => {
    const known = { name: 'Ana Brandt', sameAs: ['https://example.org/ana'] }
    const { sameAs, mentions } = onlySource(
      'Ana Brandt said it was safe. Brandt said it was cheap. She said it was new.',
      { people: [known] }
    )
    expect(sameAs).toEqual(known.sameAs)
    expect(mentions.map(({ text }) => text)).toEqual(['Ana Brandt', 'Brandt', 'She'])
  })

  it('joins names that only the caller knows for one', () => {
    const text = 'The Iron Lady said it was safe. Ana Brandt said it was cheap.'
    expect(namesOf(text)).toHaveLength(2)
    expect(namesOf(text, { people })).toEqual(['Ana Brandt'])
  })

  it('keeps apart whom the caller knows apart', () => {
    const family = [{ name: 'Ned Cole', aliases: ['Cole'] }, { name: 'Jack Cole' }]
    expect(
      speakersIn('Ned Cole said it was safe. Jack Cole said it was dear. Cole said it was new.', {
        people: family
      })
    ).toEqual(['Ned Cole', 'Jack Cole', 'Ned Cole'])
  })

  it.each([
    ['a stranger', 'Mara Quist said it was safe.'],
    ['an organisation of the name', 'The Ana Brandt Foundation said it was safe.'],
    ['a spokesman', "Ana Brandt's spokesman said it was safe."],
    ['a namesake', 'Otto Brandt Cole said it was safe.'],
    ['an employee', 'Brandt CEO Mara Quist said it was safe.']
  ])('does not know %s', (_, text) => {
    expect(onlySource(text, { people }).sameAs).toEqual([])
  })

  it('knows one of two who are joined', () => {
    const { sources } = extract('Ana Brandt and Ned Cole said it was safe.', { people })
    expect(sources.map(({ sameAs }) => sameAs.length)).toEqual([2, 0])
  })

  it('changes nothing but names and addresses where all are strangers', () => {
    const text = 'Ana Brandt said it was safe. Cole said it was cheap. He said it was new.'
    expect(extract(text, { people: [{ name: 'Mara Quist' }] })).toEqual(extract(text))
    expect(extract(text, { people: [] })).toEqual(extract(text))
  })

  it('leaves the directory as it was', () => {
    const directory = Object.freeze([Object.freeze({ ...ANA })])
    const [source] = extract('Brandt said it was safe.', { people: directory }).sources
    source!.sameAs.push('https://example.net')
    expect(directory[0]!.sameAs).toHaveLength(2)
  })

  it.each([
    [{}, 'options.people: expected a list, got a value of type object'],
    ['Ana Brandt', 'options.people: expected a list, got "Ana Brandt"'],
    [[null], 'options.people[0].name: expected a name, got undefined'],
    [[ANA, { name: 7 }], 'options.people[1].name: expected a name, got 7'],
    [[{ name: '' }], 'options.people[0].name: expected a name, got ""'],
    [[{ name: ' ' }], 'options.people[0].name: expected a name, got " "'],
    [[{ name: 'Ana', aliases: 'Brandt' }], 'options.people[0].aliases: expected a list of strings, got "Brandt"'],
    [[{ name: 'Ana', aliases: [7] }], 'options.people[0].aliases: expected a list of strings, got 7'],
    [[{ name: 'Ana', aliases: [undefined] }], 'options.people[0].aliases: expected a list of strings, got undefined'],
    [[{ name: 'Ana', aliases: null }], 'options.people[0].aliases: expected a list of strings, got null'],
    [[{ name: 'Ana', sameAs: {} }], 'options.people[0].sameAs: expected a list of strings, got a value of type object']
  ])('refuses %j', (wrong, message) => {
    expect(() => extract('', { people: wrong } as unknown as ExtractOptions)).toThrow(new TypeError(message))
  }) // biome-ignore format: a table

  it('knows for named whom the text writes in lower case: "ana brandt said it was safe."', () => {
    const { type, anonymous } = onlySource('ana brandt said it was safe.', { people })
    expect({ type, anonymous }).toEqual({ type: 'person', anonymous: false })
  })
})

import { findPosts, linkNames } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { AUTHOR, findVoices, NOBODY } from '../../../packages/core/src/coreference/find-voices.ts'
import { findMentions } from '../../../packages/core/src/mention/find-mentions.ts'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** In whose voice each paragraph begins, and to whom it speaks. */
function voicesIn(...paragraphs: string[]) {
  const reading = readingOf(paragraphs.join('\n\n'))
  const mentions = findMentions(reading, english)
  const nobody = new Int32Array(mentions.length).fill(-1)
  const { entityOf } = linkNames(reading, mentions, english.sources, nobody)
  const posts = findPosts(reading, english.sources)
  const { voiceOf, addresseeOf } = findVoices(reading, mentions, entityOf, english.sources, posts)
  const nameOf = (index: number) => {
    if (index === AUTHOR) return 'author'
    if (index === NOBODY) return 'nobody'
    const { name, range } = mentions[index]!
    return wordsOf(reading.tokens, name ?? range)
  }
  const starts = [...reading.tokens.paragraphStart].slice(0, -1)
  const namesIn = (of: Int32Array) =>
    starts.filter((token) => token < of.length).map((token) => nameOf(of[token]!))
  return { voices: namesIn(voiceOf), addressees: namesIn(addresseeOf) }
}

describe('findVoices', () => {
  it("is the author's where nothing tells", () => {
    expect(voicesIn('It rained.', 'I was tired.').voices).toEqual(['author', 'author'])
  })

  it('gives questions to whoever a line says examines, and the answers to nobody who does', () => {
    const asked = ['Q: Where were you?', 'A: I was at home.', 'Q: Alone?', 'A: I was.']
    const told = voicesIn('DIRECT EXAMINATION BY MS. ORR:', ...asked).voices
    expect(told.slice(1)).toEqual(['ORR', 'nobody', 'ORR', 'nobody'])
    const untold = voicesIn('Ned Cole was examined by the court:', ...asked).voices
    expect(untold.slice(1)).toEqual(['nobody', 'Ned Cole', 'nobody', 'Ned Cole'])
  })

  it('names the author after a byline', () => {
    expect(voicesIn('By Ana Brandt', 'I was tired.').voices).toEqual(['Ana Brandt', 'Ana Brandt'])
    expect(voicesIn('A wet day', 'By Ana Brandt, Staff Writer', 'I was tired.').voices[2]).toBe('Ana Brandt')
    expect(voicesIn('A wet day', 'By Solvane Kestrick', 'I was tired.').voices[2]).toBe('Solvane Kestrick')
  })

  it('names the author after a line with a title below the heading', () => {
    expect(voicesIn('A wet day', 'Dr. Ana Brandt', 'Larne College', 'I was tired.').voices[3]).toBe(
      'Ana Brandt'
    )
  })

  it('names the author after a signature', () => {
    expect(voicesIn('I was tired.', 'Ana Brandt, Larne').voices[0]).toBe('Ana Brandt')
    expect(voicesIn('I was tired.', 'Ana Brandt (plot 17)').voices[0]).toBe('Ana Brandt')
    expect(voicesIn('I was tired.', '--', 'Ana Brandt', 'steel is real').voices[0]).toBe('Ana Brandt')
  })

  it('names an author who tells the name', () => {
    expect(voicesIn('My name is Ana Brandt.', 'I was tired.').voices[1]).toBe('Ana Brandt')
    expect(voicesIn('I am Ana Brandt.', 'I was tired.').voices[1]).toBe('Ana Brandt')
  })

  it('names an author who greets with the name, at the beginning only', () => {
    expect(voicesIn('Hi, it’s Ana and welcome back.', 'I was tired.').voices[1]).toBe('Ana')
    expect(voicesIn('Hello! This is Jonas Cole from Larne.', 'I was tired.').voices[1]).toBe('Jonas Cole')
    expect(voicesIn('It rained.', 'It blew.', 'It froze.', 'This is Ned Cole from Larne.').voices[1]).toBe(
      'author'
    )
    expect(voicesIn('This is America and I was tired.').voices[0]).toBe('author')
  })

  it.each([
    ['Remarks by Ana Brandt'],
    ['Remarks given by Ana Brandt in Larne'],
    ['Farewell address of Senator Ana Brandt in Larne'],
    ['A letter from Ana Brandt']
  ])('is that of whose words a heading announces: %s', (heading) => {
    expect(voicesIn(heading, 'It rained.', 'I was tired.').voices[2]).toBe('Ana Brandt')
  })

  it('is so in capitals, where every word looks like a part of the name', () => {
    const heading = 'ORAL ARGUMENT OF GEN. ANA BRANDT ON BEHALF OF THE PORT'
    expect(voicesIn('Next is Case 22-1.', heading, 'I was tired.').voices[2]).toBe('ANA BRANDT')
  })

  it('names the author whose name stands alone below the heading', () => {
    expect(voicesIn('A wet day', 'Ana Brandt', 'I was tired.').voices[2]).toBe('Ana Brandt')
  })

  it.each([
    ['a sentence about a speech', 'The speech of Ana Brandt was long.'],
    ['an interview', 'Interview with Ana Brandt'],
    ['a name alone as the title', 'Ana Brandt'],
    ['remarks of two', 'Remarks by Ana Brandt and Jonas Cole'],
    ['words of no person', 'A letter from Larne']
  ])('does not take %s for a heading with its speaker', (_, heading) => {
    expect(voicesIn(heading, 'It rained.', 'I was tired.').voices[2]).toBe('author')
  })

  it('takes no salutation for a name below the heading', () => {
    expect(voicesIn('A wet day', 'Ana,', 'I was tired.').voices[2]).toBe('author')
  })

  it('lets one who tells the name late speak from there on', () => {
    const { voices } = voicesIn(...Array(6).fill('I was tired.'), 'Hi, I am Ana Brandt.', 'I was well.')
    expect(voices.slice(4)).toEqual(['author', 'author', 'Ana Brandt', 'Ana Brandt'])
  })

  it.each([
    ['a sentence that begins with "by"', ['By Monday Ana Brandt had left.', 'I was tired.']],
    ['a last paragraph that is a sentence', ['I was tired.', 'Ana Brandt left.']],
    ["another's name in a quotation", ['“I am Ana Brandt,” she said.', 'I was tired.']],
    ['a greeting', ['Ana Brandt!', 'I was tired.']]
  ])('does not take %s for a name of the author', (_, paragraphs) => {
    expect(voicesIn(...paragraphs).voices.at(-1)).toBe('author')
  })

  it('follows the labels of a transcript', () => {
    expect(
      voicesIn('BRANDT: It is safe.', 'COLE: I think so.', 'I checked.', 'BRANDT: You did.').voices
    ).toEqual(['BRANDT', 'COLE', 'COLE', 'BRANDT'])
  })

  it('takes one label for no transcript', () => {
    expect(voicesIn('Note: It rained.', 'I was tired.').voices).toEqual(['author', 'author'])
  })

  it('gives answers to whom the introduction names most, questions to nobody', () => {
    const { voices, addressees } = voicesIn(
      'Ana Brandt runs the harbor. She met Ned Cole.',
      'Q: Is it safe?',
      'A: I think so.',
      'Q: Do you know?',
      'A: I do.'
    )
    expect(voices.slice(1)).toEqual(['nobody', 'Ana Brandt', 'nobody', 'Ana Brandt'])
    expect(addressees.slice(1)).toEqual(['Ana Brandt', 'nobody', 'Ana Brandt', 'nobody'])
  })

  it('gives answers to no one who has a label', () => {
    const turns = ['MS. HALE: The State calls Ana Brandt.', 'Q. Is it safe?', 'A. I think so.']
    expect(voicesIn('Ms. Hale is here.', ...turns).voices.slice(1)).toEqual(['HALE', 'nobody', 'Ana Brandt'])
  })

  it('gives answers to nobody where no one is introduced', () => {
    expect(voicesIn('Q: Is it safe?', 'A: I think so.').voices).toEqual(['nobody', 'nobody'])
  })

  const answers = ['Is it safe?', 'I think so.', 'Is it dear?', 'I hope not.', 'Is it new?', 'I know it is.']

  it('reads an interview whose turns have no labels', () => {
    expect(voicesIn('Ana Brandt runs the harbor. She met Ned Cole.', ...answers).voices.slice(1)).toEqual([
      'nobody', 'Ana Brandt', 'nobody', 'Ana Brandt', 'nobody', 'Ana Brandt'
    ]) // biome-ignore format: a list
  })

  it('reads one that the paper introduces as "us"', () => {
    expect(voicesIn('Ana Brandt runs the harbor. She spoke to us on Monday.', ...answers).voices[2]).toBe(
      'Ana Brandt'
    )
  })

  it('gives the questions, and no answers, to whom a byline names', () => {
    const introduced = ['By Ned Cole', 'Ottoline Quist pours tea. Her harbor opens today, and Quist is glad.']
    expect(voicesIn(...introduced, ...answers).voices.slice(2)).toEqual([
      'Ned Cole', 'Ottoline Quist', 'Ned Cole', 'Ottoline Quist', 'Ned Cole', 'Ottoline Quist'
    ]) // biome-ignore format: a list
  })

  it('takes questions for no interview where the author speaks before, or too few are asked', () => {
    expect(new Set(voicesIn('I met Ana Brandt.', ...answers).voices)).toEqual(new Set(['author']))
    expect(new Set(voicesIn('Ana Brandt left.', ...answers.slice(0, 2)).voices)).toEqual(new Set(['author']))
  })

  const announced = 'Larne News interviewed Ana Brandt, a painter, on Monday.'

  it('reads an announced interview of one question, and one that begins with an answer', () => {
    expect(voicesIn(announced, 'Is it safe?', 'I think so.').voices.slice(1)).toEqual([
      'nobody',
      'Ana Brandt'
    ])
    expect(voicesIn(announced, 'I was tired.', 'Is it safe?', 'I think so.').voices.slice(1)).toEqual([
      'Ana Brandt', 'nobody', 'Ana Brandt'
    ]) // biome-ignore format: a list
  })

  it('takes for a question of an announced interview what asks "you" before its end', () => {
    const { voices, addressees } = voicesIn(
      announced,
      'Do you paint? You told me of boats.',
      'I did.',
      'So?',
      'I do.'
    )
    expect(voices[1]).toBe('nobody')
    expect(addressees[1]).toBe('Ana Brandt')
    expect(voicesIn(announced, 'So?', 'I did. What do I know? I do as you do.', 'So?').voices[2]).toBe(
      'Ana Brandt'
    )
  })

  it('takes what follows a plain question for its answer, though it asks something', () => {
    const rhetorical = 'Imagine you had no boat. Who would you be? It is hard to say.'
    const opening = [announced, 'Do you paint?', 'I do.'] as const
    expect(voicesIn(...opening, 'And if not?', rhetorical).voices[4]).toBe('Ana Brandt')
    expect(voicesIn(...opening, rhetorical, 'I would paint.').voices[3]).toBe('nobody')
  })

  it('takes a long answer that ends with a question for an answer', () => {
    const long = `${'I paint the boats in the harbor. '.repeat(30)}Why not?`
    expect(voicesIn(announced, 'Is it safe?', long).voices[2]).toBe('Ana Brandt')
  })

  it('takes for a question of an announced interview what asks for something without a question mark', () => {
    const { voices, addressees } = voicesIn(
      announced,
      'Tell us about the boats.',
      'I paint them. Tell that to Cole.'
    )
    expect(voices.slice(1)).toEqual(['nobody', 'Ana Brandt'])
    expect(addressees[1]).toBe('Ana Brandt')
    const wanted = 'I wanted to know whether you paint boats.'
    expect(voicesIn(announced, wanted, 'I do.').voices.slice(1)).toEqual(['nobody', 'Ana Brandt'])
  })

  it('takes answers in "we" for answers where the interview is announced', () => {
    expect(voicesIn(announced, 'Is it safe?', 'We think so.').voices.slice(1)).toEqual([
      'nobody',
      'Ana Brandt'
    ])
    expect(voicesIn('Ana Brandt paints.', 'Is it safe?', 'We think so.').voices[2]).toBe('author')
  })

  it('gives the questions to whom the announcement says that the interviewee talked with', () => {
    const opening = 'Interview with Ana Brandt, a painter'
    const met = 'Brandt sat down with Otto Hale for an interview in Larne.'
    expect(voicesIn(opening, met, 'Is it safe?', 'I think so.').voices.slice(2)).toEqual([
      'Otto Hale',
      'Ana Brandt'
    ])
    const alone = 'Brandt gave the interview with Otto Hale in mind.'
    expect(voicesIn(opening, alone, 'Is it safe?', 'I think so.').voices[2]).toBe('nobody')
  })

  it('takes for the interviewee whom the announcement names, though another has more mentions', () => {
    const told = 'Larne News interviewed Ana Brandt about Otto Hale. Hale is a painter. Hale lives in Larne.'
    expect(voicesIn(told, 'Is it safe?', 'I think so.').voices.at(-1)).toBe('Ana Brandt')
  })

  it('knows an interviewee whom the announcement only describes by the office that the text tells', () => {
    const told =
      'Larne News interviewed one of the owners of a bar. Otto Hale drinks there. Hale likes it. So does Hale.'
    const caption = 'Ned Cole, the owner of the bar, smiled.'
    expect(voicesIn(told, caption, 'Is it safe?', 'I think so.').voices.at(-1)).toBe('Ned Cole')
    expect(voicesIn(told, 'It rained.', 'Is it safe?', 'I think so.').voices.at(-1)).toBe('Otto Hale')
  })

  it('knows an interviewee of a rare name where the interview is announced', () => {
    const rare = 'Qarn Zelvo is a painter. Zelvo lives in Larne.'
    expect(voicesIn(rare, 'We interviewed him.', 'Is it safe?', 'I think so.').voices.at(-1)).toBe(
      'Qarn Zelvo'
    )
    expect(voicesIn(rare, 'Is it safe?', 'I think so.').voices.at(-1)).toBe('author')
  })

  it('takes no interview that the author only speaks of', () => {
    expect(voicesIn('I read an interview with Ana Brandt.', 'Is it safe?', 'I think so.').voices.at(-1)).toBe(
      'author'
    )
  })

  it('gives what follows to whoever is given the floor', () => {
    const { voices, addressees } = voicesIn(
      'We shall hear the city. Mr. Cole, please proceed.',
      'I was tired.',
      'Do you know that? I do not.',
      'I do.',
      'Ms. Brandt.',
      'I do not.'
    )
    expect(voices).toEqual(['nobody', 'Cole', 'nobody', 'Cole', 'nobody', 'Brandt'])
    expect(addressees[2]).toBe('Cole')
  })

  it.each([
    ['thanks', 'Thank you, Mr. Cole.'],
    ['a letter', 'Dear Mr. Cole,'],
    ['words about somebody', 'I saw Mr. Cole.'],
    ['a quotation', '“Mr. Cole, please proceed.”']
  ])('gives the floor to nobody in %s', (_, words) => {
    expect(voicesIn(words, 'I was tired.').voices[1]).toBe('author')
  })

  it('gives a post to its writer', () => {
    expect(voicesIn('It rained.', 'I was tired.', 'Cheers, Ana', 'I was well.').voices).toEqual([
      'Ana', 'Ana', 'author', 'author'
    ]) // biome-ignore format: a list
    const headed = ['Posted by Ana Brandt on Monday', 'I was tired.', 'Posted by Jonas Cole', 'I was well.']
    const { voices } = voicesIn(...headed)
    expect([voices[1], voices[3]]).toEqual(['Ana Brandt', 'Jonas Cole'])
  })

  it.each(['', '\n\n', ':', 'A:', 'Q: \n\nA: '])('takes %j', (text) => {
    expect(() => voicesIn(text)).not.toThrow()
  })
})

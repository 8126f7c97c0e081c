import { findPosts } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** The posts of a text: who wrote them, and what. */
const postsIn = (...paragraphs: string[]) => {
  const reading = readingOf(paragraphs.join('\n\n'))
  return findPosts(reading, english.sources).map((post) => [
    wordsOf(reading.tokens, post.name),
    wordsOf(reading.tokens, post)
  ])
}

describe('findPosts', () => {
  it.each([
    ['a closing', ['I was tired. Regards, Ana'], 'Ana', 'I was tired.'],
    ['a long closing', ['I was tired. With many thanks,', 'Ana Brandt'], 'Ana Brandt', 'I was tired.'],
    ['a closing and a stop', ['I was tired. Cheers, Ana'], 'Ana', 'I was tired.'],
    ['a first name of its own', ['I was tired.', 'Ana'], 'Ana', 'I was tired.'],
    ['a name that is known from elsewhere', ['I met Zelvo.', 'Zelvo'], 'Zelvo', 'I met Zelvo.'],
    ['an address', ['I was tired.', 'Ana Brandt, Larne'], 'Ana Brandt', 'I was tired.'],
    ['a title in brackets', ['I was tired.', 'Ana Brandt (Mrs)'], 'Ana Brandt', 'I was tired.'],
    ['a dash', ['It rained.', 'I was tired. --Ana'], 'Ana', 'I was tired.'],
    [
      'a title before the name',
      ['I was tired.', 'The Rev. Ana Brandt', 'Larne'],
      'Ana Brandt',
      'I was tired.'
    ]
  ])('finds one that is signed with %s', (_, paragraphs, name, words) => {
    expect(postsIn(...paragraphs)).toEqual([[name, words]])
  })

  it.each([
    ['From: Ana Brandt <ana@larne.example> I was tired.', 'Ana Brandt'],
    ['From: ana_b on 26 Oct 2004 I was tired.', 'ana_b'],
    ['Posted by Ana Brandt on Monday. I was tired.', 'Ana Brandt'],
    ['Answered By: ana-b on 3 May. I was tired.', 'ana-b'],
    ['Email: "ana_b" <ana@larne.example> I was tired.', 'ana_b']
  ])('finds the writer at the head: %s', (text, name) => {
    expect(postsIn(text).map(([writer]) => writer)).toEqual([name])
  })

  it.each([
    ['numbers', ['#1 Ana B.', 'I was tired.', '#2 ned_c', 'I was well.', 'It rained.'], 'Ana B.', 'ned_c'],
    ['what a speaker is', ['Ana Brandt -- Chief Executive Officer', 'I was tired.', 'Ned Cole -- Larne Securities -- Analyst', 'I was well.', 'It rained.'], 'Ana Brandt', 'Ned Cole'],
    ['times', ['ana_b · 8h', 'I was tired.', 'u/NedCole · 7h', 'I was well.', 'It rained.'], 'ana_b', 'u/NedCole']
  ])('finds the posts of a forum by lines with %s', (_, lines, first, second) => {
    expect(postsIn(...lines)).toEqual([
      [first, 'I was tired.'],
      [second, 'I was well.\n\nIt rained.']
    ])
  }) // biome-ignore format: a table

  it.each([
    ['one line alone', ['News · 5 min', 'I was tired.']],
    ['numbered sentences', ['#1 We must all go home by the road at once.', 'I was tired.', '#2 We must all stay here in the house.']],
    ['sentences with a dash', ['Ana Brandt – who said so – left.', 'I was tired.', 'Ned Cole – he too – left.', 'I was well.']],
    ['times of day', ['Larne · Monday', 'I was tired.', 'Derry · Tuesday', 'I was well.']]
  ])('takes no heads from %s', (_, lines) => {
    expect(postsIn(...lines)).toEqual([])
  }) // biome-ignore format: a table

  it.each([
    ['Ana Brandt wrote:', 'Ana Brandt'],
    ['ana_b wrote:', 'ana_b'],
    ['On Tue, 4 Mar 2004, Ana Brandt <ana@larne.example> wrote:', 'Ana Brandt'],
    ['"A. Brandt" <ana@larne.example> wrote:', 'A. Brandt']
  ])('gives lines that are quoted to whoever wrote them: %s', (line, name) => {
    expect(postsIn(line, '> I was tired.', '> I was old.', 'I was well.')).toEqual([
      [name, '> I was tired.\n\n> I was old.']
    ])
  })

  it.each([
    ['a list', ['I like this:', '> I was tired.']],
    ['nothing before', ['> I was tired.', 'I was well.']]
  ])('gives those to nobody after %s', (_, lines) => {
    expect(postsIn(...lines)).toEqual([])
  })

  it('leaves a handle beside the name out of it', () => {
    const thread = ['Ana Brandt @ana_b · 4h', 'I was tired.', 'ned_c · 2h', 'I was not.']
    expect(postsIn(...thread).map(([writer]) => writer)).toEqual(['Ana Brandt', 'ned_c'])
  })

  it('reads lines below what was written where one ends the text', () => {
    const blog = ['I was tired.', 'Posted by Ana at 10:42 PM', 'I was not.', 'Posted by Ned at 11:05 PM']
    expect(postsIn(...blog)).toEqual([
      ['Ana', 'I was tired.'],
      ['Ned', 'I was not.']
    ])
    // above it where none does
    expect(postsIn(...blog.slice(1), 'I was late.').map(([writer]) => writer)).toEqual(['Ana', 'Ned'])
  })

  it('lets a head stand against a signature, and ends a post at the next head or salutation', () => {
    expect(postsIn('From: ana_b', 'I was tired. Cheers, Ana', 'From: ned_c', 'I was well.')).toEqual([
      ['ana_b', 'I was tired. Cheers, Ana'],
      ['ned_c', 'I was well.']
    ])
    expect(postsIn('From: ana_b', 'I was tired.', 'Hi Ned,', 'I was well.')).toEqual([
      ['ana_b', 'I was tired.']
    ])
    expect(postsIn('From: ana_b', 'Hi Ned,', 'I was tired.')).toEqual([
      ['ana_b', 'Hi Ned, I was tired.'.replace(', I', ',\n\nI')]
    ])
  })

  it('begins a signed post after the last signature or salutation', () => {
    expect(postsIn('I was tired.', 'Ned,', 'I was well. Thanks, Ana', 'I was old. Yours, Zelvo')).toEqual([
      ['Ana', 'I was well.'],
      ['Zelvo', 'I was old.']
    ])
  })

  it.each([
    ['thanks to somebody', ['I was tired. Thank you, Ana. I am well.']],
    ['a heading', ['I was tired.', 'Background', 'I was well.']],
    ['a place alone', ['I went to Larne and Paris.', 'Paris', 'I was well.']],
    ['a name alone where nobody says "I"', ['It rained.', 'Ana', 'It blew.']],
    ['"from" in a sentence', ['From Ana I heard that it rained.']],
    ['a head in a quotation', ['“From: Ana,” it said, and I was tired.']],
    ['a sentence with a closing\u2019s word', ['I love Ana, Ned said.']]
  ])('takes no %s for a name of a writer', (_, paragraphs) => {
    expect(postsIn(...paragraphs)).toEqual([])
  })

  it('gives posts in order that do not overlap, of any text', () => {
    const line = fc.constantFrom(
      'From: ana_b',
      'Posted by Ned',
      'Cheers, Ana',
      'Ana',
      'Dear Ned,',
      'I was tired.',
      '--Ana',
      '“I am.”',
      ',',
      'From:',
      'From: "',
      ''
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const reading = readingOf(lines.join('\n\n'))
        let end = 0
        for (const { name, from, to } of findPosts(reading, english.sources)) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(name.to).toBeGreaterThan(name.from)
          expect(name.to).toBeLessThanOrEqual(reading.tokens.count)
          end = to
        }
      })
    )
  })
})

import { proposeUncued } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { SETTINGS } from '../../../packages/core/src/role/propose-uncued.ts'
import { allWordsOf, candidateOf, readingOf } from '../../support/readings.ts'

/** Proposals of one kind: the source's words, or null, and the content's. */
function proposalsOf(
  setting: (typeof SETTINGS)[number],
  text: string,
  ...cued: [source: string, cue: string, content: string][]
) {
  const reading = readingOf(text)
  return proposeUncued(
    reading,
    cued.map((parts) => candidateOf(reading, ...parts))
  )
    .filter((its) => SETTINGS[its.setting] === setting)
    .map(({ source, content, alike, sameLabel, distance }) => ({
      source: allWordsOf(reading, source)[0] ?? null,
      content: allWordsOf(reading, content),
      alike,
      sameLabel,
      distance
    }))
}
const pairsOf = (...given: Parameters<typeof proposalsOf>) =>
  proposalsOf(...given).map(({ source, content }) => [source, ...content])

describe('proposeUncued: turns', () => {
  it('gives what follows a label, alone and with the paragraphs after it', () => {
    const text = 'ANA BRANDT: It is safe.\n\nTOM COLE: Is it? I doubt it.\n\nReally.\n\nANA BRANDT: Yes.'
    expect(proposalsOf('turn', text)).toEqual([
      { source: 'ANA BRANDT', content: ['It is safe'], alike: 3, sameLabel: 2, distance: 0 },
      { source: 'TOM COLE', content: ['Is it? I doubt it'], alike: 3, sameLabel: 1, distance: 0 },
      { source: 'TOM COLE', content: ['Is it? I doubt it.\n\nReally'], alike: 3, sameLabel: 1, distance: 0 },
      { source: 'ANA BRANDT', content: ['Yes'], alike: 3, sameLabel: 2, distance: 0 }
    ])
  })

  it('does not go on without end', () => {
    const paragraphs = Array.from({ length: 40 }, (_, p) => `Paragraph ${p}.`)
    const [, long] = pairsOf('turn', ['COLE: Well.', ...paragraphs].join('\n\n'))
    expect(long![1]!.split('\n\n')).toHaveLength(12)
  })

  it.each([
    ['a clause before the colon', 'The mayor said this: it is safe.'],
    ['a time or a score', 'At 10:30 it rained. The score was 3:2.'],
    ['a colon that opens the paragraph', ': it is safe.'],
    ['a colon that ends it', 'ANA BRANDT:'],
    ['a label too long for one', 'One two three four five six seven eight nine ten: it is safe.'],
    ['a colon inside a quotation', '“Ana: it is safe.”'],
    ['a colon in a later sentence', 'It rained. Ana: it is safe.']
  ])('takes none from %s', (_, text) => {
    expect(pairsOf('turn', text)).toEqual([])
  })
})

describe('proposeUncued: signatures', () => {
  it('gives what a name signs: the paragraph, or the one before', () => {
    expect(proposalsOf('signature', '“We will rebuild the bridge.” – Ana Brandt')).toEqual([
      {
        source: 'Ana Brandt',
        content: ['“We will rebuild the bridge.”'],
        alike: 1,
        sameLabel: 1,
        distance: 1
      }
    ])
    expect(pairsOf('signature', '“We will rebuild.”\n\n— Ana Brandt, mayor')).toEqual([
      ['Ana Brandt, mayor', '“We will rebuild.”']
    ])
    expect(pairsOf('signature', 'We will rebuild.\n\n-- Ana Brandt')).toEqual([
      ['Ana Brandt', 'We will rebuild']
    ])
  })

  it.each([
    ['a clause between dashes', 'The bridge — long closed — was opened.'],
    ['an afterthought', 'Then she left — for good'],
    ['a dash within a word', 'It was led by Ana Brandt-Cole'],
    ['a clause after the dash', 'It rained — Ana Brandt said so'],
    ['a name with nothing to sign', '— Ana Brandt']
  ])('takes none from %s', (_, text) => {
    expect(pairsOf('signature', text)).toEqual([])
  })
})

describe('proposeUncued: lines that lead in', () => {
  it('gives the paragraph after a line that ends in a colon, with the name in it', () => {
    const text = 'And this from Chairwoman Paula Grant:\n\n“We will rebuild the bridge.”\n\nIt rained.'
    expect(pairsOf('lead-in', text)).toEqual([['Chairwoman Paula Grant', '“We will rebuild the bridge.”']])
  })

  it('takes the subject of such a line before a name in it', () => {
    const text = 'The mayor added on Monday in Paris:\n\n“We will rebuild the bridge.”'
    expect(pairsOf('lead-in', text)).toEqual([['The mayor', '“We will rebuild the bridge.”']])
  })

  it.each([
    ['a line that names nobody', 'From here on:\n\n“We will rebuild.”'],
    ['a line that ends otherwise', 'And this from Chairwoman Paula Grant.\n\n“We will rebuild.”'],
    ['a line with nothing after it', '“We will rebuild.”\n\nAnd this from Chairwoman Paula Grant:'],
    ['a long paragraph', `${'Paula Grant waited and '.repeat(20)}left:\n\n“We will rebuild.”`]
  ])('takes none from %s', (_, text) => {
    expect(pairsOf('lead-in', text)).toEqual([])
  })
})

describe('proposeUncued: quotations that stand alone', () => {
  it('gives one with nobody, and with those who may have said it', () => {
    const text = 'Ana Brandt turned to the crowd. “It is safe.”'
    expect(proposalsOf('quotation', text)).toEqual([
      { source: null, content: ['“It is safe.”'], alike: 1, sameLabel: 1, distance: -1 },
      { source: 'Ana Brandt', content: ['“It is safe.”'], alike: 1, sameLabel: 1, distance: 5 }
    ])
  })

  it('gives the source of an attribution that ended just before', () => {
    const text = '“One,” the old man in the boat said. “Two.” It rained. “Three.”'
    const cued: [string, string, string] = ['the old man in the boat', 'said', '“One,”']
    const sourcesOf = (words: string) =>
      pairsOf('quotation', text, cued)
        .filter(([, content]) => content === words)
        .map(([source]) => source)
    expect(sourcesOf('“Two.”')).toContain('the old man in the boat')
    expect(sourcesOf('“Three.”')).not.toContain('the old man in the boat')
  })

  it('gives one that goes on over paragraphs whole, once', () => {
    const text = '“One.\n\n“Two.\n\n“Three.”'
    expect(pairsOf('quotation', text)).toEqual([[null, '“One.', '“Two.', '“Three.”']])
  })

  it('gives none inside another, and none where there is no quotation', () => {
    expect(pairsOf('quotation', '“He said ‘never’ to me.”').map(([, content]) => content)).not.toContain(
      '‘never’'
    )
    expect(pairsOf('quotation', 'Ana Brandt turned to the crowd.')).toEqual([])
  })

  it('takes no source from inside the quotation', () => {
    const sources = pairsOf('quotation', '“Tom Cole never slept.”').map(([source]) => source)
    expect(sources).toEqual([null])
  })
})

describe('proposeUncued', () => {
  it('takes any text', () => {
    for (const text of ['', ':', '—', '“', '“”', 'A:', '\n\n:\n\n', '— —', ': “'])
      for (const { content } of proposeUncued(readingOf(text), []))
        for (const { from, to } of content) expect(from).toBeLessThan(to)
  })
})

import { proposeUncued, readText } from '@saywho/core/rooms'
import { english } from '@saywho/english'
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
    ['a full stop', 'Mr. COLE. It is safe.\n\nThe CHAIR. It is not.', ['Mr. COLE', 'The CHAIR']],
    ['letters', 'Q. Is it safe?\n\nA. It is.', ['Q.', 'A.']],
    ['places that take turns', 'FRANCE: It is safe.\n\nPERU: It is not.', ['FRANCE', 'PERU']],
    ['numbers', '11 Q. Is it safe?\n\nA. It is.\n\n12 Q. Why?', ['Q.', 'A.']],
    [
      'lines of their own',
      'Operator\n\nGood morning, all of you.\n\nAna Brandt -- Chief Executive Officer\n\nWe knew it.\n\nIt was safe.\n\nTom Cole\n\nWhy?',
      ['Operator', 'Ana Brandt -- Chief Executive Officer', 'Tom Cole']
    ],
    [
      'one name, in turn',
      'Harborwire\n\nIs it safe?\n\nBrandt\n\nI hope so.\n\nHarborwire\n\nDo you?\n\nBrandt\n\nYes.',
      ['Harborwire', 'Brandt']
    ],
    ['a letter alone', 'Q Is it safe?\n\nANA BRANDT: It is.\n\nQ Thanks.', ['Q', 'ANA BRANDT', 'Q']]
  ])('knows labels with %s', (_, text, labels) => {
    expect(pairsOf('turn', text).map(([source]) => source)).toEqual(expect.arrayContaining(labels))
    expect(new Set(pairsOf('turn', text).map(([source]) => source))).toEqual(new Set(labels))
  })

  it.each([
    [
      'names above what is told of them',
      'Ana Brandt\n\nShe runs the port.\n\nTom Cole\n\nHe ran it before.\n\nMara Quist\n\nShe asked him why.'
    ],
    [
      'lines of the page',
      'Advertisement\n\nI knew it was safe.\n\nAdvertisement\n\nWe all knew.\n\nAdvertisement\n\nYou knew too.'
    ],
    [
      'names below what they sign',
      'I knew it was safe.\n\nAna Brandt\n\nI doubt it.\n\nTom Cole\n\nWe all do.\n\nMara Quist\n\nDo you?\n\nNed Hale'
    ],
    [
      'names beside quotations that tell who says them',
      'Ana Brandt\n\n“We knew it,” she said.\n\nTom Cole\n\n“I doubt it,” he said.\n\nMara Quist\n\n“Do you?” she said.'
    ],
    ['two names', 'Ana Brandt\n\nI knew it was safe.\n\nTom Cole\n\nI knew.'],
    ['one label with a full stop alone', 'Mr. COLE. It is safe.\n\nIt is not.'],
    ['a place alone, which is a dateline', 'NEW DELHI: It is safe.\n\nIt is not.'],
    ['a city alone, with a capital', 'Mumbai: It is safe.\n\nIt is not.'],
    ['a heading', 'Verdict: It is safe.\n\nTHE FACTS: It is not.'],
    ['a place and a day', 'LONDON, March 4: It is safe.\n\nIt is not.'],
    ['sentences', 'It is late. We go.\n\nNo one said so. We stay.'],
    ['one letter', 'Q is a letter.\n\nA is another.'],
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
      ['Ana Brandt, mayor', '“We will rebuild.”'],
      ['Ana Brandt', '“We will rebuild.”']
    ])
    expect(pairsOf('signature', 'We will rebuild.\n\n-- Ana Brandt')).toEqual([
      ['Ana Brandt', 'We will rebuild']
    ])
  })

  it.each([
    [
      'a post with its handle and date',
      'We will rebuild. — Ana Brandt (@anabrandt) July 12, 2016',
      [
        ['Ana Brandt (@anabrandt) July 12, 2016', 'We will rebuild'],
        ['Ana Brandt', 'We will rebuild']
      ]
    ],
    [
      'what is quoted after a word, with it and alone',
      'Verdict “We will rebuild.” — Brandt',
      [
        ['Brandt', 'Verdict “We will rebuild.”'],
        ['Brandt', '“We will rebuild.”']
      ]
    ],
    [
      'the quotation of a numbered item',
      '2. “We will rebuild.” — Brandt',
      [['Brandt', '“We will rebuild.”']]
    ],
    ['a headline', '‘We will rebuild’: mayor', [['mayor', '‘We will rebuild’']]],
    [
      'a headline without marks',
      'Dam will hold until spring: Ana Brandt',
      [['Ana Brandt', 'Dam will hold until spring']]
    ],
    ['a name below', '“We will rebuild.”\n\nAna Brandt', [['Ana Brandt', '“We will rebuild.”']]],
    [
      'a name after a quotation',
      '“We will rebuild.” The Valley Herald',
      [['The Valley Herald', '“We will rebuild.”']]
    ]
  ])('gives %s', (_, text, pairs) => {
    expect(pairsOf('signature', text)).toEqual(pairs)
  })

  it('tells names above what they say from names below, by the first of them', () => {
    const quotes = ['“It shakes.”', '“It is safe.”']
    const above = ['Who said it', 'Ana Brandt', quotes[0], 'Tom Cole, 7', quotes[1]].join('\n\n')
    expect(pairsOf('lead-in', above)).toEqual([
      ['Ana Brandt', quotes[0]],
      ['Tom Cole, 7', quotes[1]],
      ['Tom Cole', quotes[1]]
    ])
    expect(pairsOf('signature', above)).toEqual([])
    const below = [quotes[0], 'Ana Brandt', quotes[1], 'Tom Cole', 'It rained on.'].join('\n\n')
    expect(pairsOf('signature', below)).toEqual([
      ['Ana Brandt', quotes[0]],
      ['Tom Cole', quotes[1]]
    ])
    expect(pairsOf('lead-in', below)).toEqual([])
    expect(pairsOf('lead-in', `It rained.\n\nAna Brandt\n\n${quotes[0]}`)).toEqual([
      ['Ana Brandt', quotes[0]]
    ])
    expect(pairsOf('signature', `${quotes[0]}\n\nAna Brandt\n\nIt rained.`)).toEqual([
      ['Ana Brandt', quotes[0]]
    ])
  })

  it('gives all paragraphs of what is set apart, with their signature below', () => {
    const text = 'He wrote:\n\nClosed again.\n\nI am sorry.\n\n— Ana Brandt'
    const quoted = { start: text.indexOf('Closed'), end: text.indexOf('\n\n— Ana') }
    const reading = readText(text, english, [quoted])
    const signed = proposeUncued(reading, []).filter(({ setting }) => SETTINGS[setting] === 'signature')
    expect(signed.map(({ content }) => allWordsOf(reading, content))).toEqual([
      ['Closed again.', 'I am sorry.']
    ])
  })

  it.each([
    ['a clause between dashes', 'The bridge — long closed — was opened.'],
    ['an afterthought', 'Then she left — for good'],
    ['a dash within a word', 'It was led by Ana Brandt-Cole'],
    ['a clause after the dash', 'It rained — Ana Brandt said so'],
    ['a name with nothing to sign', '— Ana Brandt'],
    ['a clause after a colon', 'It was simple: Ana Brandt left'],
    ['a line below no sentence', 'The Bridge\n\nAna Brandt'],
    ['a clause below', '“We will rebuild.”\n\nAna Brandt left.'],
    ['a clause after a quotation', '“We will rebuild.” Ana Brandt left.']
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
  it.each([
    ['a label before its colon', 'We asked. Bo Lind, 19: “It is safe.” Nobody laughed.', 'Bo Lind, 19'],
    ['a label before its dash', 'Ana Brandt, Larne – “It is safe.”', 'Ana Brandt, Larne'],
    ['a name after its dash', '“It is safe.” – Ana Brandt. Nobody laughed.', 'Ana Brandt'],
    ['whom the line that leads in is about', 'The mayor has an answer:\n\n“It is safe.”', 'The mayor']
  ])('gives %s', (_, text, source) => {
    expect(pairsOf('quotation', text)).toContainEqual([source, '“It is safe.”'])
  })

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

import type { Attribution, Extraction, Page, Source, Span } from '@saywho/core'
import fc from 'fast-check'

/** A text and what could have been extracted from it. */
export interface Generated {
  text: string
  extraction: Extraction
  page: Page
}

/** Words of news, and all that markup, URLs and Unicode make trouble with. */
const WORD = fc.constantFrom(
  ...'bridge river safe year mayor water rises slowly never again 2031 R&D'.split(' '),
  '“bold”',
  "'quiet'",
  '</script>',
  '<!--',
  '-->',
  '<script>',
  '\u2028',
  '😀',
  '\ud800',
  'e\u0301',
  '"',
  '\\',
  'constructor'
)
const PHRASE = fc.array(WORD, { minLength: 1, maxLength: 6 }).map((words) => `the ${words.join(' ')}`)
const NAME = fc.constantFrom(
  'Ana Brandt',
  'Ben Cole',
  'Harbour Trust',
  'Bad </script> Name',
  'Zo\u00eb \ud83d',
  '__proto__'
)
const SENTENCE = fc.record({
  name: NAME,
  form: fc.constantFrom('direct', 'indirect', 'mixed', 'second-hand'),
  first: PHRASE,
  second: PHRASE,
  act: fc.constantFrom('statement', 'statement', 'statement', 'statement', 'belief', 'intention', 'stance'),
  negative: fc.constantFrom(false, false, false, false, true),
  stated: fc.boolean(),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  isResolved: fc.constantFrom(true, true, true, true, false)
})
const SOURCE = fc.record({
  type: fc.constantFrom(
    'person',
    'person',
    'person',
    'organization',
    'organization',
    'group',
    'place',
    'document',
    'unnamed'
  ),
  role: fc.option(PHRASE),
  anonymous: fc.constantFrom(false, false, false, true),
  sameAs: fc.array(fc.constantFrom('https://example.org/ana', 'http://example.com/?a=b&c', 'not a url'), {
    maxLength: 2
  })
})
const PAGE = fc.record(
  {
    url: fc.constantFrom(
      'https://example.org/a',
      'http://example.com/news?id=1#top',
      'https://example.org/é ü'.replace(' ', '%20')
    ),
    headline: PHRASE,
    publisher: NAME,
    datePublished: fc.constantFrom('2031-02-28', '2031-02-28T09:30:00Z')
  },
  { requiredKeys: ['url'] }
)

const generated: fc.Arbitrary<Generated> = fc
  .tuple(
    fc.array(SENTENCE, { maxLength: 6, size: 'max' }),
    fc.array(SOURCE, { minLength: 6, maxLength: 6 }),
    PAGE
  )
  .map(([sentences, kinds, page]) => {
    let text = ''
    const write = (words: string): Span => {
      const start = text.length
      text += words
      return { start, end: text.length, text: words }
    }
    const attributions: Attribution[] = []
    const sources = new Map<string, Source>()
    const attribute = (
      name: string,
      mention: Span,
      fields: Omit<Attribution, 'id' | 'source' | 'sourceIds' | 'rule' | 'verbatim' | 'cue'>,
      isResolved: boolean
    ) => {
      const id = `source-${name}`
      const known = sources.get(id)
      if (known) known.mentions.push(mention)
      else {
        const kind = kinds[sources.size % kinds.length]!
        sources.set(id, { id, name, ...kind, reason: null, mentions: [mention] })
      }
      const attribution: Attribution = {
        id: `k${attributions.length}`,
        verbatim: fields.type === 'direct',
        cue: [],
        source: [mention],
        sourceIds: isResolved ? [id] : [],
        rule: 'generated',
        ...fields
      }
      attributions.push(attribution)
      return attribution
    }
    for (const { name, form, first, second, isResolved, ...rest } of sentences) {
      if (form === 'direct') {
        const content = [write(`“${first},”`)]
        write(' said ')
        const mention = write(name)
        write(', ')
        content.push(write(`“${second}.”`))
        attribute(name, mention, { ...rest, type: 'direct', content, parentId: null }, isResolved)
      } else {
        const mention = write(name)
        write(' said that ')
        if (form === 'second-hand') {
          const start = text.length
          const inner = write('Cy Dorn')
          write(' had promised ')
          const content = write(`${first} “${second}”`)
          const whole = { start, end: text.length, text: text.slice(start) }
          const fields = { ...rest, type: 'mixed' as const, content: [whole], parentId: null }
          const parent = attribute(name, mention, fields, isResolved)
          attribute(
            'Cy Dorn',
            inner,
            { ...rest, act: 'statement', type: 'mixed', content: [content], parentId: parent.id },
            true
          )
        } else {
          const content = [write(form === 'mixed' ? `${first} “${second}”` : first)]
          attribute(name, mention, { ...rest, type: form, content, parentId: null }, isResolved)
        }
      }
      write('. \n\n')
    }
    return { text, page, extraction: { version: 1, attributions, sources: [...sources.values()] } }
  })

/** Texts of a few sentences with attributions of every kind, nested ones among them, and pages for them: the same in every run. */
export const sampleExtractions = (count: number): Generated[] =>
  fc.sample(generated, { numRuns: count, seed: 6 })

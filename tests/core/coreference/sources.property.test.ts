import fc from 'fast-check'
import { extract, traceChain } from 'saywho'
import { describe, expect, it } from 'vitest'

/** Sentences of made-up news: somebody, a verb, something said; names in full and in short, offices, pronouns, joined ones. */
const somebody = fc.constantFrom(
  'Ana Brandt', 'Brandt', 'Otto Brandt', 'Mr. Brandt', 'Ned Cole, the mayor,', 'Cole', 'The mayor', 'He', 'She', 'They', 'It', 'I', 'We', 'You', 'Who',
  'Velora Inc.', 'Velora', 'The company', 'The Federal Harbor Agency (FHA)', 'The FHA', 'The agency', 'Its director', 'The report', 'Critics',
  'A spokesman for Velora', "Grant's campaign", 'Brandt’s letter', 'Ana Brandt and Ned Cole', 'Mara Quist, 45,', 'The 45-year-old', 'BRANDT:', 'Q:', 'A:', 'By Ana Brandt',
  'An official, who asked not to be named because of the talks,', 'ana brandt', '@quist', '“Buck” Tanner', 'X', 'Ana Brandt Brandt Brandt', 'Lord', 'Dr.', "'s"
) // biome-ignore format: a list of words
const said = fc.constantFrom(
  'said',
  'said that',
  'told her that',
  'told Cole',
  'thinks',
  'was quoted as saying',
  'said:',
  ','
)
const saying = fc.constantFrom(
  'it was safe.', '“It is safe.”', '“I said it was safe.”', 'Cole had said it was safe.', '“My mother said we were safe,” she added.', 'Is it safe?', ''
) // biome-ignore format: a list of words
const sentence = fc.tuple(somebody, said, saying).map((words) => words.join(' '))
const news = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', ' ', '\n\n')), { maxLength: 14 })
  .map((sentences) => sentences.flat().join(''))

const people = fc.array(
  fc.record({
    name: fc
      .oneof(fc.constantFrom('Ana Brandt', 'Cole', 'Velora', 'the company', '.'), fc.string({ maxLength: 8 }))
      .filter((name) => name.trim() !== ''),
    aliases: fc.array(fc.constantFrom('Brandt', 'She', 'mayor', 'FHA', '“'), { maxLength: 3 }),
    sameAs: fc.array(fc.webUrl(), { maxLength: 2 })
  }),
  { maxLength: 4 }
)

describe('sources, in any news', () => {
  it('hold together', () => {
    fc.assert(
      fc.property(news, people, (text, directory) => {
        const extraction = extract(text, { acts: 'all', people: directory })
        const { attributions, sources } = extraction
        const used = new Set(attributions.flatMap(({ sourceIds }) => sourceIds))
        expect(used).toEqual(new Set(sources.map(({ id }) => id)))
        expect(used.size).toBe(sources.length)
        for (const { id, sourceIds, source, stated } of attributions) {
          expect(new Set(sourceIds).size).toBe(sourceIds.length)
          if (source.length > 0) expect(stated).toBe(true)
          else if (sourceIds.length > 0) expect(stated).toBe(false)
          const chain = traceChain(extraction, id)
          expect(chain.at(-1)!.id).toBe(id)
          expect(chain[0]!.parentId).toBeNull()
        }
        for (const { name, mentions, reason, anonymous, type, sameAs } of sources) {
          expect(name.trim()).not.toBe('')
          expect(mentions.length).toBeGreaterThan(0)
          let latest = 0
          for (const { start, end, text: words } of mentions) {
            expect(end).toBeGreaterThan(start)
            expect(text.slice(start, end)).toBe(words)
            expect(start).toBeGreaterThanOrEqual(latest)
            latest = start
          }
          if (reason !== null) {
            expect(text.slice(reason.start, reason.end)).toBe(reason.text)
            expect(anonymous).toBe(true)
          }
          if (type === 'unnamed') expect(anonymous).toBe(true)
          for (const url of sameAs) expect(directory.some((known) => known.sameAs.includes(url))).toBe(true)
        }
      }),
      { numRuns: 80 }
    )
  })

  it('stand in the order of their first mentions', () => {
    fc.assert(
      fc.property(news, (text) => {
        const firsts = extract(text, { acts: 'all' }).sources.map(({ mentions }) => mentions[0]!.start)
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b))
      }),
      { numRuns: 100 }
    )
  })

  it('are the same for the same', () => {
    fc.assert(
      fc.property(news, people, (text, directory) => {
        const once = JSON.stringify(extract(text, { people: directory }))
        expect(JSON.stringify(extract(text, { people: directory }))).toBe(once)
      }),
      { numRuns: 30 }
    )
  })

  it('that stand before are not changed by paragraphs that come after', () => {
    const who = (text: string, end: number) =>
      extract(text).attributions.flatMap(({ source, sourceIds }) =>
        source.length > 0 && source[0]!.end <= end ? [sourceIds.length] : []
      )
    fc.assert(
      fc.property(
        fc.constantFrom('Ana Brandt', 'Ned Cole', 'The mayor', 'Critics', 'The report'),
        news,
        (first, rest) => {
          const before = `${first} said that it was safe.`
          expect(who(`${before}\n\n${rest}`, before.length)).toEqual(who(before, before.length))
        }
      ),
      { numRuns: 50 }
    )
  })
})

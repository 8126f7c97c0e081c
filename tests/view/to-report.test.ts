import { readFileSync } from 'node:fs'
import { toReport, toReportIndex } from '@saywho/view/report'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'
import { sampleExtractions } from '../support/generate-extractions.ts'

const TEXT =
  'The bridge is safe, said an official who asked not to be named because talks go on. Ana Brandt denied that she had left.'
const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')

describe('toReport', () => {
  it('tells of each attribution who, by which words, in whose words, and what is doubtful', () => {
    const official = sourceOf({
      id: 's1',
      name: 'official',
      type: 'unnamed',
      anonymous: true,
      reason: { start: 47, end: 79, text: 'because talks <b>go on' }
    })
    const safe = attributionOf(TEXT, 'The bridge is safe', { id: 'k1', confidence: 0.4, stated: false })
    const left = attributionOf(TEXT, 'that she had left', {
      id: 'k2',
      type: 'mixed',
      negative: true,
      sourceIds: [],
      source: [{ start: 84, end: 94, text: 'Ana Brandt' }]
    })
    const alone = attributionOf(TEXT, 'talks go on', { id: 'k3', sourceIds: [] })
    const html = toReport({ text: TEXT, extraction: extractionOf([safe, left, alone], [official]) })
    expect(html).toContain('<span class="who">official</span> <small data-sure="40">indirect, unsure</small>')
    expect(html).toContain('<span class="who">Ana Brandt</span> <small data-sure="90">mixed, denied</small>')
    expect(html).toContain('<span class="who">Nobody named</span>')
    expect(html).toContain('data-unstated')
    expect(html).toContain('“because talks &#x3C;b>go on”')
    expect(html).toContain('<h1>Untitled</h1>')
  })

  it('has a note, with its permalink, for every attribution of many texts, and no markup of theirs', () => {
    for (const { text, extraction, page } of sampleExtractions(100)) {
      const html = toReport({ text, extraction, ...page })
      const ids = [...html.matchAll(/<li id="([^"]*)" class="note/g)].map(([, id]) => id)
      expect(ids).toEqual(extraction.attributions.map(({ id }) => id))
      for (const id of ids) expect(html).toContain(`href="#${id}"`)
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(html.match(/<!--/g)).toBeNull()
    }
  })

  it('calls a turn of a transcript the very words, though it has no marks', () => {
    const text =
      'JUDGE: Please sit down.\n\nCOLE: I was not there on Monday.\n\nJUDGE: Who was there?\n\nCOLE: Nobody was.'
    const extraction = extract(text)
    expect(extraction.attributions.some(({ rule, type }) => rule === 'turn' && type === 'indirect')).toBe(
      true
    )
    const report = toReport({ text, extraction })
    expect(report).toContain('>verbatim')
    expect(report).not.toContain('>indirect')
  })

  it('gives the same page every time', () => {
    const data = { text: seed, extraction: extract(seed) }
    expect(toReport(data)).toBe(toReport(data))
  })

  it('says so where nothing was found, and in an empty text', () => {
    for (const text of ['Nothing.', '', '\n'])
      expect(toReport({ text, extraction: extractionOf([], []) })).toContain('Nothing was found in this text')
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.org'])('links no %s', (url) => {
    expect(toReport({ text: '', extraction: extractionOf([], []), url })).not.toContain('<a href="')
  })

  it.each([
    ['31 January 2026', '2026-01-31'],
    ['28 February 2031', '2031-02-28T23:30:00-05:00'],
    ['2026-13-01', '2026-13-01'],
    ['last week', 'last week']
  ])('writes the date %s', (words, datePublished) => {
    expect(toReport({ text: '', extraction: extractionOf([], []), datePublished })).toContain(` · ${words}<`)
  })

  it.each([
    [undefined, 'data: expected an object, got undefined'],
    [{ text: 1, extraction: extractionOf([], []) }, 'data.text: expected a string, got number'],
    [{ text: '' }, 'data.extraction: expected an extraction, got undefined'],
    [
      { text: '', extraction: { sources: [] } },
      'data.extraction.attributions: expected a list, got undefined'
    ]
  ])('refuses %j', (data, message) => {
    expect(() => toReport(data as never)).toThrow(new TypeError(message))
  })

  it('adds at most 100 kB to the seed article', () => {
    expect(
      Buffer.byteLength(toReport({ text: seed, extraction: extract(seed) })) - Buffer.byteLength(seed)
    ).toBeLessThan(100_000)
  })
})

describe('toReportIndex', () => {
  it('leads to each report, and escapes their headlines', () => {
    const html = toReportIndex([
      { href: 'a.html', headline: 'A <b>', attributions: 1, sources: ['Ana'] },
      { href: 'b.html', headline: 'B', attributions: 7, sources: ['A', 'B', 'C', 'D', 'E', 'F'] },
      { href: 'c.html', headline: 'C', attributions: 0, sources: [] }
    ])
    expect(html).toContain('<a href="a.html">A &#x3C;b></a><p>1 quote or claim: Ana</p>')
    expect(html).toContain('7 quotes and claims: A, B, C, D and 2 more')
    expect(html).toContain('<p>0 quotes and claims</p>')
    expect(html).toContain('3 texts')
    expect(html).not.toContain('<script')
  })

  it('refuses what is no list', () => {
    expect(() => toReportIndex({} as never)).toThrow(new TypeError('entries: expected a list, got object'))
  })
})

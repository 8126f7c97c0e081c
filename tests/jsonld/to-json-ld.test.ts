import { readFileSync } from 'node:fs'
import type { AttributionType, Extraction } from '@saywho/core'
import { type JsonLdOptions, toJsonLd } from '@saywho/jsonld'
import { describe, expect, it } from 'vitest'
import { attributionOf, extractionOf, sourceOf } from '../support/extractions.ts'

const TEXT =
  '“The bridge is safe,” Ana Brandt said. The report says that the river “rises fast” each spring. Residents said they never heard of it. Brandt did not say the dam would hold. Brandt said Cole had promised a pump.'
const page = { url: 'https://example.org/bridge' }
const brandt = sourceOf({
  id: 's1',
  name: 'Ana Brandt',
  role: 'the mayor',
  sameAs: ['https://example.org/brandt', 'nonsense']
})
const report = sourceOf({ id: 's2', name: 'The report', type: 'document' })
const residents = sourceOf({ id: 's3', name: 'Residents', type: 'group' })
const bridge = attributionOf(TEXT, '“The bridge is safe,”', { id: 'bridge', type: 'direct' })
const river = attributionOf(TEXT, 'that the river “rises fast” each spring', {
  id: 'river',
  type: 'mixed',
  sourceIds: ['s2']
})
const dam = attributionOf(TEXT, 'the dam would hold', { id: 'dam', negative: true })
const never = attributionOf(TEXT, 'they never heard of it', { id: 'never', sourceIds: ['s3'] })

type Node = Record<string, unknown>
const nodesOf = (...attributions: Parameters<typeof extractionOf>[0]): Node[] =>
  (
    toJsonLd(extractionOf(attributions, [brandt, report, residents]), page)['@graph'] as object as Node[]
  ).slice(1)
const ofType = (nodes: Node[], type: string) => nodes.filter((node) => node['@type'] === type)

describe('toJsonLd', () => {
  it('gives a direct quotation as a Claim and a Quotation of its speaker, marks and comma off', () => {
    expect(nodesOf(bridge)).toEqual([
      {
        '@type': 'Person',
        '@id': 'https://example.org/bridge#source-s1',
        name: 'Ana Brandt',
        description: 'the mayor',
        sameAs: ['https://example.org/brandt']
      },
      {
        '@type': 'Claim',
        '@id': 'https://example.org/bridge#claim-bridge',
        text: 'The bridge is safe',
        author: { '@id': 'https://example.org/bridge#source-s1' },
        appearance: { '@id': 'https://example.org/bridge' },
        hasPart: { '@id': 'https://example.org/bridge#quotation-bridge' }
      },
      {
        '@type': 'Quotation',
        '@id': 'https://example.org/bridge#quotation-bridge',
        text: 'The bridge is safe',
        creator: { '@id': 'https://example.org/bridge#source-s1' },
        isPartOf: { '@id': 'https://example.org/bridge' }
      }
    ])
  })

  it('quotes only what stands inside marks of a mixed one, and makes no document an author', () => {
    const nodes = nodesOf(river)
    const [claim] = ofType(nodes, 'Claim')
    expect(claim).toMatchObject({ text: 'the river “rises fast” each spring' })
    expect(claim).not.toHaveProperty('author')
    expect(ofType(nodes, 'Quotation').map(({ text }) => text)).toEqual(['rises fast'])
    expect(ofType(nodes, 'CreativeWork')).toHaveLength(1)
  })

  it('credits a group in words: schema.org has no type that would be true of it', () => {
    const nodes = nodesOf(never)
    expect(nodes).toHaveLength(1)
    expect(nodes[0]).toMatchObject({ '@type': 'Claim', creditText: 'Residents' })
  })

  it.each([
    ['what is denied', dam],
    ['what stands inside something denied', attributionOf(TEXT, 'hold', { id: 'x', parentId: 'dam' })],
    ['what has no source', { ...bridge, sourceIds: [] }],
    ['what has a source that the extraction has not', { ...bridge, sourceIds: ['s9'] }],
    ['what is less sure than not', { ...bridge, confidence: 0.49 }],
    ['an attitude to a thing', { ...river, act: 'stance' as const }],
    ['what hangs on an attribution that is missing', { ...bridge, parentId: 'gone' }],
    ['a circle', { ...bridge, parentId: 'bridge' }]
  ])('leaves out %s', (_, attribution) => {
    expect(ofType(nodesOf(dam, attribution), 'Claim')).toEqual([])
    expect(ofType(nodesOf(dam, attribution), 'Quotation')).toEqual([])
  })

  it('gives no Claim of a belief, but the words quoted in it', () => {
    const nodes = nodesOf({ ...river, act: 'belief' })
    expect(ofType(nodes, 'Claim')).toEqual([])
    expect(ofType(nodes, 'Quotation')).toHaveLength(1)
  })

  it('makes a second-hand claim part of the one that reports it', () => {
    const outer = attributionOf(TEXT, 'Cole had promised a pump', { id: 'outer' })
    const inner = attributionOf(TEXT, 'a pump', { id: 'inner', parentId: 'outer', sourceIds: ['s3'] })
    expect(ofType(nodesOf(outer, inner), 'Claim')[1]).toMatchObject({
      isPartOf: { '@id': 'https://example.org/bridge#claim-outer' }
    })
  })

  it('tells the facts of the page, and none that it was not given', () => {
    const graph = (facts: object) => toJsonLd(extractionOf([], []), { ...page, ...facts })['@graph']
    expect(graph({})).toEqual([{ '@type': 'NewsArticle', '@id': page.url, url: page.url }])
    expect(graph({ headline: 'A bridge', publisher: 'The Example', datePublished: '2026-01-31' })).toEqual([
      {
        '@type': 'NewsArticle',
        '@id': page.url,
        url: page.url,
        headline: 'A bridge',
        publisher: { '@id': `${page.url}#publisher` },
        datePublished: '2026-01-31'
      },
      { '@type': 'Organization', '@id': `${page.url}#publisher`, name: 'The Example' }
    ])
  })

  it.each([
    ['x', 'extraction: expected what extract gives, got "x"'],
    [undefined, 'extraction: expected what extract gives, got undefined'],
    ['x'.repeat(1000), /got "x{39}…$/],
    [{}, 'extraction.attributions: expected a list, got undefined'],
    [{ attributions: [] }, 'extraction.sources: expected a list, got undefined']
  ])('says that it was given no extraction: %j', (its, message) => {
    expect(() => toJsonLd(its as Extraction, page)).toThrow(message)
    expect(() => toJsonLd(its as Extraction, page)).toThrow(TypeError)
  })

  it.each([
    [{}, 'page.url is missing'],
    [{ url: '/bridge' }, 'page.url: expected an absolute http or https URL, got "/bridge"'],
    [{ url: 'javascript:alert(1)' }, 'page.url: expected an absolute'],
    [{ ...page, datePublished: '2026-02-30' }, 'page.datePublished: expected an ISO 8601 date'],
    [{ ...page, headline: ' ' }, 'page.headline: expected words']
  ])('names the fact that is wrong: %j', (facts, message) => {
    expect(() => toJsonLd(extractionOf([], []), facts as typeof page)).toThrow(message)
    expect(() => toJsonLd(extractionOf([], []), facts as typeof page)).toThrow(TypeError)
  })

  it('leaves out other types than are asked for, and what stands inside them', () => {
    const outer = attributionOf(TEXT, 'Cole had promised a pump', { id: 'outer' })
    const inner = attributionOf(TEXT, 'a pump', { id: 'inner', parentId: 'outer', type: 'direct' })
    const idsOf = (types: AttributionType[]) => {
      const found = extractionOf([bridge, river, outer, inner], [brandt, report])
      const graph = toJsonLd(found, page, { types })['@graph'] as object as Node[]
      return ofType(graph, 'Claim').map((node) => String(node['@id']).split('#claim-')[1])
    }
    expect(idsOf(['direct'])).toEqual(['bridge'])
    expect(idsOf(['direct', 'indirect'])).toEqual(['bridge', 'outer', 'inner'])
    expect(idsOf([])).toEqual([])
  })

  it('quotes no one with words that may be those of another, however unsure', () => {
    const inner = attributionOf(TEXT, '“rises fast”', { id: 'inner', parentId: 'river', confidence: 0.1 })
    expect(ofType(nodesOf(river, inner), 'Quotation')).toEqual([])
  })

  it('holds all in the article where it is embedded, sources whole', () => {
    const outer = attributionOf(TEXT, 'Cole had promised a pump', { id: 'outer' })
    const inner = attributionOf(TEXT, 'a pump', { id: 'inner', parentId: 'outer' })
    const embedded = toJsonLd(
      extractionOf([bridge, outer, inner], [brandt]),
      { ...page, publisher: 'The Example' },
      { form: 'embedded' }
    )
    const author = {
      '@type': 'Person',
      '@id': `${page.url}#source-s1`,
      name: 'Ana Brandt',
      description: 'the mayor',
      sameAs: ['https://example.org/brandt']
    }
    const appearance = { '@id': page.url }
    expect(embedded).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      '@id': page.url,
      url: page.url,
      publisher: { '@type': 'Organization', '@id': `${page.url}#publisher`, name: 'The Example' },
      hasPart: [
        {
          '@type': 'Claim',
          '@id': `${page.url}#claim-bridge`,
          text: 'The bridge is safe',
          author,
          appearance,
          hasPart: {
            '@type': 'Quotation',
            '@id': `${page.url}#quotation-bridge`,
            text: 'The bridge is safe',
            creator: author,
            isPartOf: appearance
          }
        },
        {
          '@type': 'Claim',
          '@id': `${page.url}#claim-outer`,
          text: 'Cole had promised a pump',
          author,
          appearance,
          hasPart: {
            '@type': 'Claim',
            '@id': `${page.url}#claim-inner`,
            text: 'a pump',
            author,
            appearance,
            isPartOf: { '@id': `${page.url}#claim-outer` }
          }
        }
      ]
    })
  })

  it('tells where a claim appeared first when the caller knows, and passes over other ids', () => {
    const claimWith = (firstAppearances: Record<string, string>) =>
      ofType(
        toJsonLd(extractionOf([bridge], [brandt]), page, { firstAppearances })['@graph'] as object as Node[],
        'Claim'
      )[0]
    expect(claimWith({ bridge: 'https://example.com/old', other: 'https://example.com' })).toMatchObject({
      firstAppearance: {
        '@type': 'CreativeWork',
        '@id': 'https://example.com/old',
        url: 'https://example.com/old'
      }
    })
    expect(claimWith({ bridge: page.url })).toMatchObject({ firstAppearance: { '@id': page.url } })
    expect(claimWith({ constructor: 'https://example.com' })).not.toHaveProperty('firstAppearance')
  })

  it('calls the page what it is told to', () => {
    const graph = toJsonLd(extractionOf([], []), page, { articleType: 'OpinionNewsArticle' })['@graph']
    expect(graph).toEqual([{ '@type': 'OpinionNewsArticle', '@id': page.url, url: page.url }])
  })

  it.each([
    [{ minConfidence: 2 }, 'options.minConfidence: expected a number from 0 to 1, got 2'],
    [{ types: 'direct' }, 'options.types: expected a list of direct, indirect, mixed, got "direct"'],
    [{ form: 'tree' }, 'options.form: expected graph or embedded, got "tree"'],
    [{ articleType: 'Person' }, 'options.articleType: expected one of Article, '],
    [{ firstAppearances: null }, 'options.firstAppearances: expected URLs by ids, got null'],
    [
      { firstAppearances: { a: '/b' } },
      'options.firstAppearances["a"]: expected an absolute http or https URL'
    ]
  ])('names an option that is wrong: %j', (options, message) => {
    const call = () => toJsonLd(extractionOf([], []), page, options as JsonLdOptions)
    expect(call).toThrow(message)
    expect(call).toThrow(TypeError)
  })

  it('has the floor below which more is wrong than right in the bands of the model card, and above which no more', () => {
    const card = readFileSync(new URL('../../packages/english/MODEL-CARD.md', import.meta.url), 'utf8')
    const cellsOf = (line: RegExp) => line.exec(card)![0].split('|').slice(2, -2)
    const bands = cellsOf(/^\| confidence .*$/m).map((cell) => Number(cell.split('–')[0]))
    expect(bands).toContain(0.5)
    for (const line of [/^\| right, PolNeAR dev .*$/m, /^\| right, `wider` dev .*$/m])
      for (const [index, cell] of cellsOf(line).entries()) {
        const right = Number.parseInt(cell, 10)
        if (bands[index]! < 0.4) expect(right, `from ${bands[index]}`).toBeLessThan(45)
        else if (bands[index]! < 0.5) expect(right, `from ${bands[index]}`).toBeLessThan(50)
        else expect(right, `from ${bands[index]}`).toBeGreaterThan(bands[index]! < 0.6 ? 40 : 50)
      }
  })
})

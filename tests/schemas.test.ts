import { readFileSync } from 'node:fs'
import extractionSchema from '@saywho/core/schema/extraction.schema.json' with { type: 'json' }
import { toJsonLd, toWebAnnotations } from '@saywho/jsonld'
import jsonLdSchema from '@saywho/jsonld/schema/json-ld.schema.json' with { type: 'json' }
import webAnnotationsSchema from '@saywho/jsonld/schema/web-annotations.schema.json' with { type: 'json' }
import { Ajv2020 } from 'ajv/dist/2020.js'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { sampleExtractions } from './support/generate-extractions.ts'

const seed = readFileSync(new URL('../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const page = { url: 'https://example.org/envoy', headline: 'An envoy arrives', publisher: 'The Example' }
const samples = [{ text: seed, extraction: extract(seed, { acts: 'all' }), page }, ...sampleExtractions(200)]

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTuples: false })
const checks = {
  extraction: ajv.compile(extractionSchema),
  'json-ld': ajv.compile(jsonLdSchema),
  'web-annotations': ajv.compile(webAnnotationsSchema)
}
const errorsOf = (name: keyof typeof checks, output: unknown): string[] => {
  const check = checks[name]
  check(JSON.parse(JSON.stringify(output)))
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** A document's copies, each with one key of one of its objects gone. */
function* copiesWithout(document: object): Generator<{ path: string; copy: unknown }> {
  const paths: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) {
      if (!Array.isArray(value)) paths.push([...path, key])
      walk(item, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  walk(document, [])
  for (const path of paths) {
    const copy: unknown = structuredClone(document)
    const owner = path.slice(0, -1).reduce<unknown>((node, key) => Reflect.get(node as object, key), copy)
    Reflect.deleteProperty(owner as object, path.at(-1)!)
    yield { path: path.join('/'), copy }
  }
}

describe('JSON Schema files', () => {
  it('are versioned', () => {
    expect([extractionSchema, jsonLdSchema, webAnnotationsSchema].map(({ $id }) => $id)).toEqual([
      'urn:saywho:schema:extraction:1',
      'urn:saywho:schema:json-ld:1',
      'urn:saywho:schema:web-annotations:1'
    ])
  })

  it('take what is put out for the seed article and for 200 made-up extractions', () => {
    for (const { text, extraction, page } of samples) {
      const options = { minConfidence: 0, firstAppearances: { k1: 'https://example.com/' } }
      expect(errorsOf('extraction', extraction)).toEqual([])
      expect(errorsOf('json-ld', toJsonLd(extraction, page, options))).toEqual([])
      expect(errorsOf('json-ld', toJsonLd(extraction, page, { ...options, form: 'embedded' }))).toEqual([])
      expect(
        errorsOf('web-annotations', toWebAnnotations(extraction, page, { text, minConfidence: 0 }))
      ).toEqual([])
    }
  })

  it('refuse a document that lacks what every one has', () => {
    const { extraction } = samples[0]!
    const few = {
      ...extraction,
      attributions: extraction.attributions.slice(0, 2),
      sources: extraction.sources.slice(0, 2)
    }
    const graph = toJsonLd(extraction, page, { minConfidence: 0 })
    const annotations = toWebAnnotations(few, page, { text: seed, minConfidence: 0 })
    /** What is there only where it is known, and terms of our own, which a reader takes from the context as they are. */
    const optional =
      /(?:^|\/)(?:headline|publisher|datePublished|author|creator|creditText|description|sameAs|hasPart|prefix|suffix|parent)$|@context\/1\//
    const surplus = (name: keyof typeof checks, document: object) =>
      [...copiesWithout(document)].flatMap(({ path, copy }) =>
        optional.test(path) || errorsOf(name, copy).length > 0 ? [] : path
      )
    expect(surplus('extraction', few)).toEqual([])
    expect(surplus('json-ld', graph)).toEqual([])
    expect(surplus('web-annotations', annotations)).toEqual([])
  })

  it.each([
    ['extraction', { version: 2, attributions: [], sources: [] }],
    ['extraction', { version: 1, attributions: [{}], sources: [] }],
    ['json-ld', { '@context': 'https://schema.org', '@graph': [] }],
    ['json-ld', { '@context': 'https://schema.org', '@type': 'Person', '@id': page.url, url: page.url }],
    ['web-annotations', {}],
    ['web-annotations', [{}]]
  ] as const)('refuse what is no %s: %j', (name, document) => {
    expect(errorsOf(name, document)).not.toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createNeuralExtractor, type NeuralOptions } from '@saywho/neural'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkExtraction } from '../support/check-extraction.ts'

const model = readFileSync(createRequire(import.meta.url).resolve('@saywho/neural/model'))
const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
let extract: Awaited<ReturnType<typeof createNeuralExtractor>>
beforeAll(async () => {
  extract = await createNeuralExtractor({ model })
})

describe('createNeuralExtractor', () => {
  it('finds who said what', async () => {
    const { attributions, sources } = await extract(
      '“The bridge opens in May,” Mayor Ines Duarte said. She told the council that the cost had doubled.'
    )
    expect(
      attributions.map(({ type, act, content, cue, source, sourceIds }) => ({
        type,
        act,
        content: content.map(({ text }) => text),
        cue: cue.map(({ text }) => text),
        source: source.map(({ text }) => text),
        sourceIds
      }))
    ).toEqual([
      {
        type: 'direct',
        act: 'statement',
        content: ['“The bridge opens in May,”'],
        cue: ['said'],
        source: ['Mayor Ines Duarte'],
        sourceIds: ['ines-duarte']
      },
      {
        type: 'indirect',
        act: 'statement',
        content: ['that the cost had doubled'],
        cue: ['told'],
        source: ['She'],
        sourceIds: ['ines-duarte']
      }
    ])
    expect(sources.map(({ name, role }) => ({ name, role }))).toEqual([
      { name: 'Ines Duarte', role: 'Mayor' }
    ])
  })

  it('finds nothing where nothing is said', async () => {
    expect(await extract('')).toEqual({ version: 1, attributions: [], sources: [] })
    expect((await extract('The bridge is 400 metres long. It has two lanes.')).attributions).toEqual([])
  })

  it('takes the options of extract', async () => {
    const all = (await extract(seed, { acts: 'all' })).attributions
    const sure = (await extract(seed, { acts: ['statement'], minConfidence: 0.8 })).attributions
    expect(all.length).toBeGreaterThan(sure.length)
    expect(sure.length).toBeGreaterThan(3)
    expect(sure.every(({ act, confidence }) => act === 'statement' && confidence >= 0.8)).toBe(true)
    const { sources } = await extract(seed, {
      people: [{ name: 'Xi Jinping', sameAs: ['https://example.org/xi'] }]
    })
    expect(sources.find(({ name }) => name === 'Xi Jinping')?.sameAs).toEqual(['https://example.org/xi'])
  })

  it('rejects arguments of the wrong type, as extract throws', async () => {
    await expect(extract(3 as unknown as string)).rejects.toThrow(
      new TypeError('text: expected a string, got 3')
    )
    await expect(extract('', { minConfidence: 2 })).rejects.toThrow('options.minConfidence')
  })

  it('rejects a model that is none', async () => {
    await expect(createNeuralExtractor({} as NeuralOptions)).rejects.toThrow(TypeError)
    await expect(createNeuralExtractor(undefined as unknown as NeuralOptions)).rejects.toThrow(TypeError)
    await expect(createNeuralExtractor({ model: model.subarray(0, 5_000_000) })).rejects.toThrow(
      /^model: cut short: 5000000 bytes of \d+; get it anew/
    )
  })

  it('gives the same however many texts it reads at once', async () => {
    const texts = [seed, seed.slice(0, 1500), seed.slice(700)]
    const alone: unknown[] = []
    for (const text of texts) alone.push(await extract(text))
    expect(await Promise.all(texts.map((text) => extract(text)))).toEqual(alone)
  })

  it('tells the truth of any text', async () => {
    const words = [
      '“',
      '”',
      '"',
      "'",
      ' said ',
      'Ana',
      ' that ',
      '.',
      '\n\n',
      ' according to ',
      ',',
      '🙂',
      '\0',
      '\ud800'
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 40 }),
        async (its) => {
          const text = its.join('')
          checkExtraction(text, await extract(text, { acts: 'all' }))
        }
      ),
      { numRuns: 60 }
    )
  })
})

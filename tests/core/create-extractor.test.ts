import { createExtractor, type ExtractOptions, type Language } from '@saywho/core'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'

const extract = createExtractor(english)
const TEXT = 'Senator Paula Grant praised the harbor. She said that it would open. The union pledged to wait.'

describe('createExtractor', () => {
  it('refuses what is no language', () => {
    expect(() => createExtractor({} as Language)).toThrow(
      /language: expected a language pack.*got a value of type object/
    )
    expect(() => createExtractor(null as unknown as Language)).toThrow(TypeError)
  })

  it('names the argument that is wrong, and what it got', () => {
    expect(() => extract(7 as unknown as string)).toThrow('text: expected a string, got 7')
    expect(() => extract('', null as unknown as ExtractOptions)).toThrow(
      'options: expected an object, got null'
    )
    expect(() => extract('', { minConfidence: 2 })).toThrow(
      'options.minConfidence: expected a number from 0 to 1, got 2'
    )
    expect(() => extract('', { minConfidence: Number.NaN })).toThrow('got NaN')
    expect(() => extract('', { acts: ['opinion'] as never })).toThrow('options.acts: "opinion" is none of')
    expect(() => extract('', { quoted: {} as never })).toThrow(
      'options.quoted: expected a list, got a value of type object'
    )
    expect(() => extract('', { quoted: [{ start: 0.5, end: 1 }] })).toThrow(
      'options.quoted[0].start: expected an offset, got 0.5'
    )
    expect(() => extract('', { quoted: [{ start: 0, end: 1, marks: 1 as never }] })).toThrow(
      'options.quoted[0].marks: expected true or false, got 1'
    )
    expect(() => extract('', { people: [{}] as never })).toThrow(
      'options.people[0].name: expected a name, got undefined'
    )
    expect(() => extract('', { people: [{ name: ' ' }] })).toThrow(
      'options.people[0].name: expected a name, got " "'
    )
    expect(() => extract('', { people: [{ name: 'Ana', aliases: null as never }] })).toThrow(
      'options.people[0].aliases: expected a list of strings, got null'
    )
  })

  it('leaves stances out unless they are asked for', () => {
    expect(extract(TEXT).attributions.map(({ act }) => act)).toEqual(['statement', 'intention'])
    expect(extract(TEXT, { acts: 'all' }).attributions.map(({ act }) => act)).toEqual([
      'stance',
      'statement',
      'intention'
    ])
    expect(extract(TEXT, { acts: ['intention'] }).attributions.map(({ act }) => act)).toEqual(['intention'])
  })

  it('keeps 0 as a confidence, and drops what is under the floor with its sources', () => {
    expect(extract(TEXT, { minConfidence: 0 }).attributions).toHaveLength(2)
    const { attributions, sources } = extract(TEXT, { minConfidence: 1 })
    expect([attributions, sources]).toEqual([[], []])
  })

  it('gives nothing for nothing', () => {
    expect(extract('')).toEqual({ version: 1, attributions: [], sources: [] })
    expect(extract(' \n\n ')).toEqual({ version: 1, attributions: [], sources: [] })
  })
})

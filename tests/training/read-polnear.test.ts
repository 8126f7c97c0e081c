import { english } from '@saywho/english'
import { readPolnear } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const texts = [{ name: 'b_2016_rain.txt', content: '“It rains,” Ana said.' }]
const file = (annotator: string, content: string) => ({
  name: `b_2016_rain_${annotator}.ann`,
  content: `T1\tContent ${content}\nE1\tAttribution:T2 Content:T1\n`
})
const annotations = [file('e2', '0 11\t“It rains,”'), file('4b', '0 20\t“It rains,” Ana said')]

describe('readPolnear', () => {
  it('takes the first annotator of several', () => {
    expect(readPolnear(texts, annotations, english)).toEqual([
      {
        id: 'b_2016_rain',
        annotator: '4b',
        flat: true,
        text: texts[0]!.content,
        attributions: [{ type: 'mixed', source: [], cue: [], content: [[0, 20]] }]
      }
    ])
  })

  it('takes all who are asked for', () => {
    const documents = readPolnear(texts, annotations, english, 'all')
    expect(documents.map(({ annotator, attributions }) => [annotator, attributions[0]!.type])).toEqual([
      ['4b', 'mixed'],
      ['e2', 'direct']
    ])
  })

  it.each([
    ['a text that nobody annotated', texts, [], 'b_2016_rain.txt: nobody annotated it'],
    ['annotations of no text', [], annotations, 'b_2016_rain_4b.ann: its text is not there'],
    ['a name without an annotator', texts, [{ name: 'x.ann', content: '' }], 'x.ann: is not named ID_ANNOTATOR.ann'],
    ['a file that is wrong', texts, [file('4b', '0 99\tIt')], 'b_2016_rain_4b.ann: line 1: T1 has the span 0 99']
  ])('refuses %s', (_, texts, annotations, message) => {
    expect(() => readPolnear(texts, annotations, english)).toThrow(message)
  }) // biome-ignore format: a table
})

import { describe, expect, it } from 'vitest'
import { nameReferents } from '../../packages/training/src/name-referents.ts'
import { allWordsOf, rangeOf, readingOf } from '../support/readings.ts'

/** What an annotated source of a text is called once its pronoun is named. */
function name(text: string, source: string, verb: string): string[] {
  const reading = readingOf(text)
  const head = rangeOf(reading, verb).from
  const aligned = {
    gold: { type: 'indirect' as const, source: [], cue: [], content: [] },
    head,
    cue: [{ from: head, to: head + 1 }],
    source: source === '' ? [] : [rangeOf(reading, source)],
    content: []
  }
  return allWordsOf(reading, nameReferents(reading, [aligned])[0]!.source)
}

describe('nameReferents', () => {
  it.each([
    ['Ana Brandt, who claimed the bridge was safe, resigned.', 'who', 'claimed', 'Ana Brandt'],
    ['The engineer who warned the town has left the firm.', 'who', 'warned', 'The engineer'],
    ['They read the report that warned of floods.', 'that', 'warned', 'the report'],
    ['Officials, who had said it was safe, fell silent.', 'Officials, who', 'said', 'Officials'],
    ['Those who say it was late are wrong.', 'Those who', 'say', 'Those']
  ])('%s: %s', (text, source, verb, named) => {
    expect(name(text, source, verb)).toEqual([named])
  })

  it.each([
    ['Ana Brandt said the bridge was safe.', 'Ana Brandt', 'said'],
    ['Who said the bridge was safe?', 'Who', 'said'],
    ['The man that Brandt named said no.', 'Brandt', 'named'],
    ['The bridge was safe, it was said.', '', 'said']
  ])('leaves as it is: %s', (text, source, verb) => {
    expect(name(text, source, verb)).toEqual(source === '' ? [] : [source])
  })
})

import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { extendCue } from '../../../packages/core/src/cue/extend-cue.ts'
import { rangeOf, readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

function cueOf(text: string, head: string, ...outside: string[]): string {
  const reading = readingOf(text)
  const cue = extendCue(
    reading,
    rangeOf(reading, head).from,
    outside.map((words) => rangeOf(reading, words)),
    english.cues
  )
  return wordsOf(reading.tokens, cue)
}

describe('extendCue', () => {
  it.each([
    ['The minister has repeatedly said so.', 'said', 'has repeatedly said'],
    ['She did not say that.', 'say', 'did not say'],
    ['The report pointed out that prices fell.', 'pointed', 'pointed out'],
    ['The bridge, as reported by the Herald, was open.', 'reported', 'as reported by'],
    ['The team is eager to play.', 'eager', 'is eager'],
    ['Cole has long been critical of the plan.', 'critical', 'has long been critical'],
    ['According to the police, nobody was hurt.', 'According', 'According to'],
    ['Nobody was hurt, according to police.', 'according', 'according to'],
    ['My father used to say that it rained.', 'used', 'used to say'],
    ['She keeps telling her that it rains.', 'keeps', 'keeps telling'],
    ["I'm not saying that it rained.", "'m", "'m not saying"],
    ['Otto Hale has this to say: it rains.', 'has', 'has this to say']
  ])('%s', (text, head, cue) => {
    expect(cueOf(text, head)).toBe(cue)
  })

  it.each([
    ['He was quick to point out that it leaks.', 'was', 'was quick to point out', 'that it leaks'],
    ['She made it clear that it leaks.', 'made', 'made it clear', 'that it leaks']
  ])('goes as far as the content: %s', (text, head, cue, content) => {
    expect(cueOf(text, head, content)).toBe(cue)
  })

  it.each([
    ['whom somebody tells', 'He asked Hale to say where it was.', 'asked', 'asked'],
    ['what somebody does besides', '“Go,” he said, trying to smile.', 'said', 'said'],
    ['an adverb that opens the sentence', 'Quietly she added that it rained.', 'added', 'added'],
    ['one parted from the verb', 'Reportedly, officials said no.', 'said', 'said'],
    ['an "as" that has no agent', 'He said, as expected, that it would rain.', 'expected', 'expected'],
    ['an agent that has no "as"', 'The plan was drawn up by the mayor.', 'drawn', 'was drawn up'],
    ['what belongs to a noun', "The king's promise to resign was kept.", 'promise', 'promise'],
    ['a word of a phrase that does not go on', 'Her words, according with his, were kind.', 'according', 'according']
  ])('leaves out %s', (_, text, head, cue) => {
    expect(cueOf(text, head)).toBe(cue)
  }) // biome-ignore format: a table

  it('takes no purpose for the verb that attributes', () => {
    expect(cueOf('“Go,” he said to calm her.', 'said', '“Go,”', 'he')).toBe('said')
    expect(cueOf('“Go,” he used to say.', 'used', '“Go,”', 'he')).toBe('used to say')
  })

  it('takes no word of the content or the source', () => {
    expect(cueOf('The minister has repeatedly said so.', 'said', 'The minister has')).toBe('repeatedly said')
    expect(cueOf('According to the police, nobody was hurt.', 'According', 'to the police')).toBe('According')
  })

  it('stays in its sentence', () => {
    expect(cueOf('It was. Said Brandt.', 'Said')).toBe('Said')
    expect(cueOf('Police know it, according', 'according')).toBe('according')
  })
})

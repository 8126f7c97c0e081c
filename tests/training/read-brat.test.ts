import { readBrat } from '@saywho/training'
import { describe, expect, it } from 'vitest'

//            0         1         2         3         4
//            0123456789012345678901234567890123456789012345
const TEXT = '“It rains,” Ana said, “and\nit pours.” Bo knew.'
const FILE = [
  'T1\tContent 38 40\tBo', 'T2\tCue 41 45\tknew', 'T3\tAttribution-no-source 41 45\tknew', 'E1\tAttribution-no-source:T3 Content:T1 Cue:T2',
  'T4\tSource 12 15\tAna', 'T5\tCue 16 20\tsaid', 'T6\tContent 0 11\t“It rains,”', 'T7\tContent 22 37\t“and', 'it pours.”',
  'T8\tAttribution 16 20\tsaid', 'E2\tAttribution:T8 Content2:T7 Cue:T5 Source:T4 Content:T6', 'T9\tDiscard 0 3\t“It', '#1\tAnnotatorNotes T9\thm'
] // biome-ignore format: rows

describe('readBrat', () => {
  it('reads attributions in the order of their contents, pieces in order', () => {
    expect(readBrat(FILE.join('\n'), TEXT)).toEqual([
      { source: [[12, 15]], cue: [[16, 20]], content: [[0, 11], [22, 37]] },
      { source: [], cue: [[41, 45]], content: [[38, 40]] }
    ]) // biome-ignore format: spans
  })

  it('reads a span in pieces', () => {
    const file = 'T1\tContent 0 11;22 37\t“It rains,” “and it pours.”\nE1\tAttribution:T2 Content:T1\n'
    expect(readBrat(file, TEXT)).toEqual([{ source: [], cue: [], content: [[0, 11], [22, 37]] }]) // biome-ignore format: spans
  })

  it('turns characters into code units', () => {
    const file = 'T1\tContent 2 4\tHm\r\nE1\tAttribution:T2 Content:T1\r\n'
    expect(readBrat(file, '😀 Hm')).toEqual([{ source: [], cue: [], content: [[3, 5]] }])
  })

  it('leaves out events without a content, and what is none', () => {
    expect(readBrat('T1\tCue 16 20\tsaid\nE1\tAttribution:T2 Cue:T1\nE2\tAttribution:T2 \n', TEXT)).toEqual(
      []
    )
    expect(readBrat('', TEXT)).toEqual([])
    expect(readBrat('T1\tDiscuss 0 3\t“It', TEXT)).toEqual([])
  })

  it.each([
    ['a span outside the text', 'T1\tCue 41 99\tknew', 'line 1: T1 has the span 41 99 in a text of 46 characters'],
    ['an empty span', 'T1\tCue 4 4\t', 'line 1: T1 has the span 4 4'],
    ['other words', '\nT1\tCue 41 45\tsaid', 'line 2: T1 is "said", but the text has "knew" there'],
    ['an argument that is not there', 'E1\tAttribution:T2 Cue:T1', 'line 1: an attribution has the argument Cue:T1'],
    ['an argument of another kind', `${FILE[1]}\nE1\tAttribution:T3 Victim:T2`, 'line 2: an attribution has the argument Victim:T2']
  ])('refuses %s', (_, file, message) => {
    expect(() => readBrat(file, TEXT)).toThrow(message)
  }) // biome-ignore format: a table
})

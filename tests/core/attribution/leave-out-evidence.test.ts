import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { leaveOutEvidence } from '../../../packages/core/src/attribution/leave-out-evidence.ts'
import { candidateOf, readingOf } from '../../support/readings.ts'

const isKept = (text: string, source: string, cue: string, content: string) => {
  const reading = readingOf(text)
  return leaveOutEvidence(reading, [candidateOf(reading, source, cue, content)], english).length === 1
}

describe('leaveOutEvidence', () => {
  it('leaves out events that are evidence of something', () => {
    expect(
      isKept('The visit underscores the need for rain.', 'The visit', 'underscores', 'the need for rain')
    ).toBe(false)
    expect(
      isKept(
        'Her silence highlights the problem of rain.',
        'Her silence',
        'highlights',
        'the problem of rain'
      )
    ).toBe(false)
  })

  it('keeps who can speak', () => {
    expect(
      isKept(
        'The minister underscored the need for rain.',
        'The minister',
        'underscored',
        'the need for rain'
      )
    ).toBe(true)
    expect(isKept('The report highlights a problem.', 'The report', 'highlights', 'a problem')).toBe(true)
    expect(isKept('Ana Lind highlights a problem.', 'Ana Lind', 'highlights', 'a problem')).toBe(true)
    expect(isKept('She highlighted a problem.', 'She', 'highlighted', 'a problem')).toBe(true)
  })

  it('keeps other cues, whoever the source is', () => {
    expect(isKept('The letter warned of rain.', 'The letter', 'warned', 'of rain')).toBe(true)
    expect(isKept('His silence says that he agrees.', 'His silence', 'says', 'that he agrees')).toBe(true)
  })
})

import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { leaveOutThings } from '../../../packages/core/src/attribution/leave-out-things.ts'
import { allWordsOf, candidateOf, readingOf } from '../../support/readings.ts'

describe('leaveOutThings', () => {
  it.each([
    ['The bridge', null],
    ['Her silence', null],
    ['The mayor', 'The mayor'],
    ['The council', 'The council'],
    ['Ana Lind', 'Ana Lind'],
    ['She', 'She']
  ])('beside %s a quotation that stands alone is that of %s', (who, expected) => {
    const reading = readingOf(`${who} waited by the door. “It rained.”`)
    const [its] = leaveOutThings(reading, [candidateOf(reading, who, '', '“It rained.”')], english)
    expect(allWordsOf(reading, its!.source)).toEqual(expected === null ? [] : [expected])
  })

  it('keeps what stands in the same sentence', () => {
    const reading = readingOf('An old saying: “It rained.”')
    const labelled = candidateOf(reading, 'An old saying', '', '“It rained.”')
    expect(leaveOutThings(reading, [labelled], english)).toEqual([labelled])
  })

  it('lets what a cue attributes be', () => {
    const reading = readingOf('The sign said “It rained.”')
    const cued = candidateOf(reading, 'The sign', 'said', '“It rained.”')
    expect(leaveOutThings(reading, [cued], english)).toEqual([cued])
  })
})

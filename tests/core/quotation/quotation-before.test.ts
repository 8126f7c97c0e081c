import { describe, expect, it } from 'vitest'
import {
  findQuotationBefore,
  QuotationBefore
} from '../../../packages/core/src/quotation/quotation-before.ts'
import { readingOf } from '../../support/readings.ts'

describe('findQuotationBefore', () => {
  it.each([
    ['“What a mess!” Brandt fretted.', 'fretted', 'open'],
    ['“What now?” Brandt asked.', 'asked', 'open'],
    ['“It is late.” Brandt left.', 'left', 'closed'],
    ['“It is late,” Brandt said.', 'said', 'none'],
    ['It is late. Brandt left.', 'left', 'none'],
    ['“What a mess!”\n\nBrandt fretted.', 'fretted', 'none'],
    ['“It is late! We left,” she said.', 'left', 'none']
  ] as const)('%s, %s: %s', (text, word, before) => {
    const reading = readingOf(text)
    expect(findQuotationBefore(reading, reading.tokens.form.indexOf(word))).toBe(QuotationBefore[before])
  })
})

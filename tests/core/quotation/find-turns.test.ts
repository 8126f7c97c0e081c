import { describe, expect, it } from 'vitest'
import { readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** The label of each paragraph, '' for none, and what begins after it. */
function labelsIn(...paragraphs: string[]) {
  const { tokens, turns } = readingOf(paragraphs.join('\n\n'))
  return paragraphs.map((_, p) => {
    const to = turns.labels[p]!
    if (to < 0) return ''
    return [wordsOf(tokens, { from: turns.labelStarts[p]!, to }), tokens.form[turns.begins[p]!]].join(' | ')
  })
}

describe('findTurns', () => {
  it('reads names before a colon', () => {
    expect(labelsIn('ANA BRANDT: It is safe.', 'Sir Ned Cole (Larne): Is it?')).toEqual([
      'ANA BRANDT | It',
      'Sir Ned Cole (Larne) | Is'
    ])
  })

  it('leaves out the time that a turn begins at', () => {
    expect(
      labelsIn(
        '[00:00:07] ANA: We met.',
        '0:12 NED: We did.',
        'ANA [00:21]: In Larne.',
        'Ana (01:05): In May.',
        '(1:10) ANA: Yes.'
      )
    ).toEqual(['ANA | We', 'NED | We', 'ANA | In', 'Ana | In', 'ANA | Yes'])
  })

  it('leaves out the marks of emphasis', () => {
    expect(labelsIn('**Ana Brandt:** We met.', '**NED**: We did.', '__AB:__ In May.', '*NC*: No.')).toEqual([
      'Ana Brandt | We',
      'NED | We',
      'AB | In',
      'NC | No'
    ])
  })

  it.each([
    ['a heading', 'Verdict: False.'],
    ['a time alone', '12:40: The doors open.'],
    ['a ticker', 'Velora (OSE: VLR) rose.'],
    ['marks and nothing else', '** : It is safe.'],
    ['what is said', 'She said: it is safe.']
  ])('takes %s for no label', (_, text) => {
    expect(labelsIn(text)).toEqual([''])
  })
})

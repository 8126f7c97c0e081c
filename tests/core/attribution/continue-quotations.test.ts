import { describe, expect, it } from 'vitest'
import { continueQuotations } from '../../../packages/core/src/attribution/continue-quotations.ts'
import { pairQuotationMarks } from '../../../packages/core/src/quotation/pair-quotation-marks.ts'
import { allWordsOf, candidateOf } from '../../support/readings.ts'
import { tokensOf } from '../../support/tables.ts'

function contentOf(text: string, content: string): string[] {
  const tokens = tokensOf(text)
  const [found] = continueQuotations(
    [candidateOf({ tokens }, 'She', 'said', content)],
    pairQuotationMarks(tokens)
  )
  return allWordsOf({ tokens }, found!.content)
}

describe('continueQuotations', () => {
  it('goes on over paragraphs, where the mark was left open', () => {
    expect(contentOf('She said: “One.\n\n“Two.”\n\n“Three,” he said.', '“One.')).toEqual(['“One.\n\n“Two.”'])
    expect(contentOf('She said: “One.\n\n“Two.\n\n“Three.” It rained.', '“One.')).toEqual([
      '“One.\n\n“Two.\n\n“Three.”'
    ])
  })

  it('does not, where it was closed, or the content ends before the quotation', () => {
    expect(contentOf('She said: “One.”\n\n“Two.”', '“One.”')).toEqual(['“One.”'])
    expect(contentOf('She said: “One. Half.\n\n“Two.”', '“One.')).toEqual(['“One.'])
  })

  it('leaves out what structure alone attributes where a cue has all of it then', () => {
    const tokens = tokensOf('She said: “One.\n\n“Two.”')
    const cued = candidateOf({ tokens }, 'She', 'said', '“One.')
    const rest = candidateOf({ tokens }, 'She', 'said', '“Two.”')
    const alone = { ...cued, head: -1, content: [...cued.content, ...rest.content] }
    const marks = pairQuotationMarks(tokens)
    expect(continueQuotations([cued, alone], marks).map(({ head }) => head)).toEqual([cued.head])
    expect(continueQuotations([alone], marks)).toHaveLength(1)
  })
})

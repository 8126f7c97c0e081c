import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { chooseAttributions } from '../../../packages/core/src/attribution/choose-attributions.ts'
import { classifyTypes } from '../../../packages/core/src/attribution/classify-types.ts'
import { continueQuotations } from '../../../packages/core/src/attribution/continue-quotations.ts'
import { hashContent } from '../../../packages/core/src/attribution/hash-content.ts'
import { joinFollowingQuotations } from '../../../packages/core/src/attribution/join-following-quotations.ts'
import { nestAttributions } from '../../../packages/core/src/attribution/nest-attributions.ts'
import { pairQuotationMarks } from '../../../packages/core/src/quotation/pair-quotation-marks.ts'
import type { Candidate } from '../../../packages/core/src/role/candidate.ts'
import { tokensOf, wordsOf } from '../../support/tables.ts'

/** A candidate of a text, its ranges given by their words. */
function candidateOf(
  text: string,
  source: string,
  cue: string,
  content: string,
  more: Partial<Candidate> = {}
): Candidate {
  const tokens = tokensOf(text)
  const rangeOf = (words: string) => {
    const start = text.indexOf(words)
    return { from: tokens.start.indexOf(start), to: tokens.end.indexOf(start + words.length) + 1 }
  }
  return {
    rule: 'clause',
    source: source ? [rangeOf(source)] : [],
    cue: cue ? [rangeOf(cue)] : [],
    content: [rangeOf(content)],
    act: 'statement',
    negative: false,
    ...more
  }
}

describe('chooseAttributions', () => {
  const text = 'Brandt said Cole thought the bridge was safe.'
  const outer = candidateOf(text, 'Brandt', 'said', 'Cole thought the bridge was safe')
  const inner = candidateOf(text, 'Cole', 'thought', 'the bridge was safe')
  const crossing = candidateOf(text, 'Cole', 'bridge', 'said Cole', { rule: 'noun' })
  const confidences = { clause: 0.6, noun: 0.2 } as never

  it('keeps one that another holds whole, and drops one that crosses', () => {
    expect(chooseAttributions([crossing, inner, outer], confidences)).toEqual([outer, inner])
  })

  it('keeps one of two with the same content', () => {
    expect(chooseAttributions([inner, { ...inner, cue: [], rule: 'noun' }], confidences)).toEqual([inner])
  })

  it('hangs each on the nearest around it', () => {
    expect(nestAttributions([outer, inner])).toEqual([-1, 0])
  })
})

describe('classifyTypes', () => {
  const typeOf = (text: string, content: string) =>
    classifyTypes(
      tokensOf(text),
      pairQuotationMarks(tokensOf(text)),
      [candidateOf(text, '', '', content)],
      [-1]
    )[0]

  it.each([
    ['“It is safe,” she said.', '“It is safe,”', 'direct'],
    ['She said it was “safe” now.', 'it was “safe” now', 'mixed'],
    ['She said it was safe.', 'it was safe', 'indirect'],
    ['“”? she said.', '“”', 'indirect']
  ])('%s', (text, content, type) => {
    expect(typeOf(text, content)).toBe(type)
  })

  it('counts marks only if they open inside the content of the parent', () => {
    const text = '“Cole thought it was safe,” she said.'
    const outer = candidateOf(text, 'she', 'said', '“Cole thought it was safe,”')
    const inner = candidateOf(text, 'Cole', 'thought', 'it was safe')
    expect(
      classifyTypes(tokensOf(text), pairQuotationMarks(tokensOf(text)), [outer, inner], [-1, 0])
    ).toEqual(['direct', 'indirect'])
  })
})

describe('quotations that go on', () => {
  const contentsOf = (text: string, candidate: Candidate, pass: typeof continueQuotations | 'join') => {
    const tokens = tokensOf(text)
    const quotations = pairQuotationMarks(tokens)
    const [found] =
      pass === 'join'
        ? joinFollowingQuotations(tokens, quotations, [candidate])
        : pass([candidate], quotations)
    return found!.content.map((range) => wordsOf(tokens, range))
  }

  it('over paragraphs, where the mark was left open', () => {
    const text = 'She said: “One.\n\n“Two.”\n\n“Three,” he said.'
    expect(contentsOf(text, candidateOf(text, 'She', 'said', '“One.'), continueQuotations)).toEqual([
      '“One.\n\n“Two.”'
    ])
  })

  it('after the cue, as sentences of their own', () => {
    const text = '“One,” she said. “Two. Three.” Then she left. “Four” is a word.'
    expect(contentsOf(text, candidateOf(text, 'she', 'said', '“One,”'), 'join')).toEqual([
      '“One,”',
      '“Two. Three.”'
    ])
  })
})

describe('ids', () => {
  it('are those of the content, white space aside, and numbered where it repeats', () => {
    expect(hashContent('the bridge\n is safe')).toBe(hashContent('the bridge is safe'))
    expect(hashContent('the bridge is safe')).not.toBe(hashContent('the bridge is dear'))
    const ids = extract('“No,” she said.\n\n“No,” he said.').attributions.map(({ id }) => id)
    expect(ids[1]).toBe(`${ids[0]}-2`)
  })
})

import {
  type CueChances,
  chooseCued,
  describeProposal,
  describeUncued,
  markTaken,
  PROPOSAL_FIGURES,
  proposeUncued,
  type RoleProposal,
  UNCUED_FIGURES
} from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { chooseUncued } from '../../../packages/core/src/attribution/choose-uncued.ts'
import { allWordsOf, candidateOf, rangeOf, readingOf } from '../../support/readings.ts'

/** A tree that is one leaf: every row scores the same. */
const flat = (logit: number) => ({ root: [], figure: [], limit: [], left: [], base: logit })
/** A tree that looks at one figure: `over` above the limit, else `under`. */
const stump = (figure: number, limit: number, under: number, over: number) => ({
  root: [0],
  figure: [figure, -1, -1],
  limit: [limit, under, over],
  left: [1, 0, 0],
  base: 0
})
const RANK = 1
const chancesOf = (count: number): CueChances => ({
  heads: new Int32Array(),
  chance: new Float32Array(count),
  isLikely: new Uint8Array(count)
})

const TEXT = 'Brandt said Cole thought the bridge was safe.'
const reading = readingOf(TEXT)
const proposal = (cue: string, source: string, content: string, rank = 0): RoleProposal => ({
  cue: rangeOf(reading, cue).from,
  source: source ? [rangeOf(reading, source)] : [],
  content: [rangeOf(reading, content)],
  rank,
  logChance: -1,
  behind: rank,
  contentChance: 0.9,
  leastContentChance: 0.8,
  sourceChance: 0.9,
  chanceBefore: 0,
  chanceAfter: 0
})
const chosen = (proposals: RoleProposal[], trees = stump(RANK, 0.5, 2, 1), least = 0.3) =>
  chooseCued(reading, proposals, chancesOf(reading.tokens.count), trees, least).map(({ head, content }) => [
    reading.tokens.form[head],
    ...allWordsOf(reading, content)
  ])

describe('chooseCued', () => {
  const said = proposal('said', 'Brandt', 'Cole thought the bridge was safe')
  const thought = proposal('thought', 'Cole', 'the bridge was safe')

  it('takes one reading a cue, the likeliest', () => {
    expect(chosen([proposal('said', 'Brandt', 'Cole', 1), said])).toEqual([
      ['said', 'Cole thought the bridge was safe']
    ])
  })

  it('keeps one inside another, and drops one that crosses a likelier, or has its content', () => {
    expect(chosen([said, thought])).toHaveLength(2)
    expect(chosen([said, proposal('bridge', '', 'said Cole', 1)])).toHaveLength(1)
    expect(chosen([thought, proposal('said', 'Brandt', 'the bridge was safe', 1)])).toEqual([
      ['thought', 'the bridge was safe']
    ])
  })

  it('drops one that shares words with a likelier, where neither holds the cue of the other', () => {
    expect(chosen([thought, proposal('said', 'Brandt', 'bridge was safe', 1)])).toEqual([
      ['thought', 'the bridge was safe']
    ])
    expect(chosen([thought, proposal('said', 'Brandt', 'Cole thought', 1)])).toHaveLength(2)
  })

  it('takes the fuller of two readings of a cue that are about as likely, with the score of the likelier', () => {
    const cut = proposal('said', 'Brandt', 'Cole thought')
    const full = { ...said, rank: 1 }
    const take = (its: RoleProposal[], over: number) =>
      chooseCued(reading, its, chancesOf(reading.tokens.count), stump(RANK, 0.5, 1, over), 0.3).map(
        ({ content, score }) => [...allWordsOf(reading, content), score.toFixed(3)]
      )
    expect(take([cut, full], 0.9)).toEqual([['Cole thought the bridge was safe', '0.731']])
    expect(take([cut, full], 0.5)).toEqual([['Cole thought', '0.731']])
    expect(take([cut, { ...full, source: [] }], 0.9)).toEqual([['Cole thought', '0.731']])
    expect(take([cut, { ...full, content: [rangeOf(reading, 'bridge was safe')] }], 0.9)).toEqual([
      ['Cole thought', '0.731']
    ])
  })

  it('asks more of what stands inside another', () => {
    const inner = { ...thought, rank: 1 }
    expect(chosen([said, inner], stump(RANK, 0.5, 2, -0.1))).toHaveLength(2)
    expect(chosen([said, inner], stump(RANK, 0.5, 2, -0.3))).toHaveLength(1)
    expect(chosen([inner], stump(RANK, 0.5, 2, -0.3))).toHaveLength(1)
  })

  it('gives up the likelier of two that share words for its other reading, where both are then likelier together', () => {
    const text = 'Brandt promised to pay and vowed that nobody would leave.'
    const its = readingOf(text)
    const read = (cue: string, contents: string[], rank: number): RoleProposal => ({
      ...said,
      cue: rangeOf(its, cue).from,
      source: [rangeOf(its, 'Brandt')],
      content: contents.map((content) => rangeOf(its, content)),
      rank
    })
    const both = read('promised', ['to pay', 'that nobody would leave'], 0)
    const vowed = read('vowed', ['that nobody would leave'], 1)
    const chosenOf = (proposals: RoleProposal[]) =>
      chooseCued(its, proposals, chancesOf(its.tokens.count), stump(RANK, 0.5, 2, 1), 0.3).map(
        ({ content }) => allWordsOf(its, content)
      )
    expect(chosenOf([both, read('promised', ['to pay'], 1), vowed])).toEqual([
      ['to pay'],
      ['that nobody would leave']
    ])
    expect(chosenOf([both, vowed])).toEqual([['to pay', 'that nobody would leave']])
  })

  it('ends a source before the full stop after it', () => {
    const text = 'It is safe, said Cole. He left.'
    const its = readingOf(text)
    const source = { from: rangeOf(its, 'Cole').from, to: rangeOf(its, 'He').from }
    const cue = rangeOf(its, 'said').from
    const read = {
      ...proposal('said', 'Brandt', 'Cole'),
      cue,
      source: [source],
      content: [rangeOf(its, 'It is safe')]
    }
    const [found] = chooseCued(its, [read], chancesOf(its.tokens.count), flat(9), 0.3)
    expect(allWordsOf(its, found!.source)).toEqual(['Cole'])
  })

  it('falls back on the next reading of a cue where the likeliest has no room', () => {
    const trees = stump(RANK, 0.5, 1, 2)
    expect(
      chosen(
        [proposal('bridge', '', 'said Cole', 1), said, { ...proposal('said', 'Brandt', 'the bridge') }],
        trees
      )
    ).toEqual([
      ['bridge', 'said Cole'],
      ['said', 'the bridge']
    ])
  })

  it('drops what is less likely than asked', () => {
    expect(chosen([said], flat(0), 0.5)).toHaveLength(1)
    expect(chosen([said], flat(0), 0.51)).toEqual([])
    expect(chosen([], flat(9))).toEqual([])
  })

  it('gives the same whatever order the readings come in', () => {
    const all = [said, thought, proposal('bridge', '', 'said Cole', 1), proposal('said', 'Brandt', 'Cole', 1)]
    expect(chosen([...all].reverse())).toEqual(chosen(all))
  })
})

describe('describeProposal and describeUncued', () => {
  it('fill every figure with a number, the same for the same', () => {
    const text = 'COLE: “It is safe,” she said. “Two.”\n\n“Three.” – Ana'
    const its = readingOf(text)
    const { count } = its.tokens
    for (const uncued of proposeUncued(its, [])) {
      const rows = [1, 2].map(() => {
        const row = new Float32Array(UNCUED_FIGURES).fill(Number.NaN)
        describeUncued(its, uncued, new Float32Array(count), new Float32Array(count), row)
        return [...row]
      })
      expect(rows[0]!.every(Number.isFinite)).toBe(true)
      expect(rows[1]).toEqual(rows[0])
    }
    for (const source of ['Brandt', '']) {
      const row = new Float32Array(PROPOSAL_FIGURES).fill(Number.NaN)
      describeProposal(
        reading,
        proposal('said', source, 'Cole thought the bridge was safe'),
        new Float32Array(reading.tokens.count),
        row
      )
      expect([...row].every(Number.isFinite)).toBe(true)
    }
  })
})

describe('chooseUncued', () => {
  const text = '“One,” the old man said. “Two.”'
  const its = readingOf(text)
  const cued = [candidateOf(its, 'the old man', 'said', '“One,”')]
  const pick = (trees = flat(2), least = 0.4) =>
    chooseUncued(its, cued, chancesOf(its.tokens.count), trees, least).map(({ rule, head, content }) => [
      rule,
      head,
      ...allWordsOf(its, content)
    ])

  it('takes a quotation once, and none that a cue has taken', () => {
    expect(pick()).toEqual([['quotation', -1, '“Two.”']])
  })

  it('takes no piece of what a cue has taken', () => {
    const both = { ...cued[0]!, content: [rangeOf(its, '“One,”'), rangeOf(its, '“Two.”')] }
    expect(chooseUncued(its, [both], chancesOf(its.tokens.count), flat(2), 0.4)).toEqual([])
  })

  it('drops what is less likely than asked', () => {
    expect(pick(flat(0), 0.51)).toEqual([])
  })

  it('marks what is taken with the chance of the likeliest that covers it', () => {
    const taken = markTaken(its.tokens.count, [
      cued[0]!,
      { ...cued[0]!, score: 0.5, content: [rangeOf(its, '“One,” the')] }
    ])
    expect(taken[rangeOf(its, 'One').from]).toBeCloseTo(0.9, 6)
    expect(taken[rangeOf(its, 'the').from]).toBe(0.5)
    expect(taken[rangeOf(its, 'Two').from]).toBe(0)
  })
})

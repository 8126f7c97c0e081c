import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Tokenizer } from '@huggingface/tokenizers'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePieces, type PiecesOf } from '../../packages/neural/src/encode-text.ts'
import { readModel } from '../../packages/neural/src/model-file.ts'
import { type Network, startNetwork } from '../../packages/neural/src/network.ts'
import { proposeNeurally } from '../../packages/neural/src/propose-neurally.ts'
import { readingOf } from '../support/readings.ts'

const model = readModel(readFileSync(createRequire(import.meta.url).resolve('@saywho/neural/model')))
const seed = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
let network: Network
let piecesOf: PiecesOf
beforeAll(async () => {
  network = await startNetwork(model)
  piecesOf = makePieces(new Tokenizer(model.tokenizer, {}))
})

/** The second half of the seed, and what is proposed there, whatever stands before it. */
const half = seed.slice(seed.indexOf('\n\n', seed.length / 2) + 2)
/** Its first part may lie in a window with what stands before. */
const SHARED = 1800
async function proposeAfter(before: string) {
  const reading = readingOf(before + half)
  const start = reading.tokens.start.findIndex((its) => its >= before.length)
  const { cues, proposals } = await proposeNeurally(reading, network, piecesOf)
  const first = reading.tokens.start.findIndex((its) => its >= before.length + SHARED)
  const ranges = (its: readonly { from: number; to: number }[]) =>
    its.map(({ from, to }) => [from - start, to - start])
  return {
    chance: [...cues.chance.subarray(first)],
    proposals: proposals
      .filter(({ cue }) => cue >= first)
      .map(({ cue, source, content, ...figures }) => ({
        cue: cue - start,
        source: ranges(source),
        content: ranges(content),
        ...figures
      }))
  }
}

describe('proposeNeurally', () => {
  it('gives the same, to the last place, wherever the windows before begin and end', async () => {
    const alone = await proposeAfter('')
    expect(alone.proposals.length).toBeGreaterThan(20)
    for (const sentences of [1, 3, 8, 21, 40])
      expect(
        await proposeAfter(`${'The quay is wet and the boats lie still. '.repeat(sentences)}\n\n`)
      ).toEqual(alone)
    expect(await proposeAfter(`${seed.slice(0, 2500)}\n\n`)).toEqual(alone)
  })

  it('proposes nothing for a text without a word', async () => {
    for (const text of ['', '…', '“”', '\n\n'])
      expect((await proposeNeurally(readingOf(text), network, piecesOf)).proposals).toEqual([])
  })
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PeerProcess } from '../../scripts/bench/peer-process.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-bench-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const answerLines = pathToFileURL(join(import.meta.dirname, '../../scripts/bench/peers/answer-lines.js')).href
function start(program: string): PeerProcess {
  const file = join(folder, 'find.mjs')
  writeFileSync(file, program)
  return new PeerProcess([process.execPath, file])
}

describe('PeerProcess', () => {
  it('asks one document at a time and tells what that cost', async () => {
    const peer = start(`import { answerLines } from '${answerLines}'
await answerLines((text) => text.length, (length) => [{ type: 'direct', source: [], cue: [], content: [[0, length]] }])`)
    for (const [id, text] of [
      ['a', 'It is late.'],
      ['b', 'Two\nlines, “marks” and 😀.']
    ] as const) {
      const answer = await peer.ask({ id, text })
      expect(answer).toMatchObject({ id, attributions: [{ content: [[0, text.length]] }] })
      expect(answer.milliseconds).toBeGreaterThanOrEqual(0)
    }
    if (process.platform === 'linux') {
      expect(peer.processorTime()).toBeGreaterThan(0)
      expect(peer.peakMemory()).toBeGreaterThan(10e6)
    }
    await peer.stop()
  }, 30_000)

  it('tells of a program that ends instead of answering', async () => {
    for (const peer of [start('process.exit(3)'), new PeerProcess([join(folder, 'absent')])]) {
      await expect(peer.ask({ id: 'a', text: '' })).rejects.toThrow(/ ended without an answer to a$/)
      await peer.stop()
    }
  }, 30_000)
})

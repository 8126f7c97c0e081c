import { setMaxListeners } from 'node:events'
import type { Answer, Job } from '@saywho/cli/app'
import { extract } from 'saywho'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { JobPool } from '../../../packages/cli/src/serving/open-job-pool.ts'
import { importBundled } from '../import-bundled.ts'

const TEXT = 'The ferry was never inspected, Ines Okafor said.'
/** Turns of a word each: as slow as a text can be. */
const SLOW = 'A: b\n'.repeat(500_000)
const { openJobPool }: typeof import('../../../packages/cli/src/serving/open-job-pool.ts') =
  await importBundled('open-job-pool')
const never = new AbortController().signal
setMaxListeners(0, never)

const jobOf = (text: string): Job => ({
  operation: 'extract',
  mediaType: 'text/plain',
  query: '',
  body: new TextEncoder().encode(text).buffer
})
const bodyOf = ({ body }: Answer) => JSON.parse(new TextDecoder().decode(body))

describe('openJobPool', () => {
  let pool: JobPool
  afterEach(() => pool.destroy())

  it('answers in threads, short texts while a long one runs, and ends it where nobody waits for it', async () => {
    pool = await openJobPool({ workers: 2, queue: 100, timeout: 20_000 })
    let isDone = false
    const gone = new AbortController()
    const slow = [SLOW, SLOW].map((text) =>
      pool
        .perform(jobOf(text), gone.signal)
        .catch((error) => error)
        .finally(() => {
          isDone = true
        })
    )
    const answers = await Promise.all(Array.from({ length: 50 }, () => pool.perform(jobOf(TEXT), never)))
    for (const answer of answers) expect(bodyOf(answer)).toEqual(JSON.parse(JSON.stringify(extract(TEXT))))
    expect(isDone).toBe(false)
    expect(pool.waiting).toBe(1)
    // Who sent them is gone: one waits, one runs, and both places are free.
    gone.abort(new Error('gone'))
    for (const error of await Promise.all(slow)) expect(error).toBeInstanceOf(Error)
    expect(pool.waiting).toBe(0)
    expect((await pool.perform(jobOf(TEXT), never)).status).toBe(200)
  }, 120_000)

  it('tells what takes too long, and what finds no place; the next is answered', async () => {
    pool = await openJobPool({ workers: 1, queue: 1, timeout: 1500 })
    const slow = pool.perform(jobOf(SLOW), never)
    const waits = pool.perform(jobOf(TEXT), never).catch((error) => error)
    await expect(pool.perform(jobOf(TEXT), never)).rejects.toMatchObject({ status: 503 })
    await expect(slow).rejects.toMatchObject({ status: 504 })
    await waits
    // Another thread takes its time to begin.
    await vi.waitFor(() => pool.perform(jobOf(TEXT), never), 60_000)
  }, 120_000)
})

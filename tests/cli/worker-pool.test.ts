import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputDocument, InputLine } from '../../packages/cli/src/input/read-documents.ts'
import { type ExtractSettings, extractDocument } from '../../packages/cli/src/workers/extract-document.ts'
import { openWorkerPool, type WorkerPool } from '../../packages/cli/src/workers/open-worker-pool.ts'
import { importBundled } from './import-bundled.ts'

const settings: ExtractSettings = { format: 'ndjson', options: {}, page: {}, columns: 100, colour: false }
const bundled: typeof import('../../packages/cli/src/workers/open-worker-pool.ts') =
  await importBundled('open-worker-pool')
const TEXT = '“The bridge is safe,” Ana Brandt said. Tomas Reyes thinks the city will pay.'
const line = (value: unknown, line = 1): InputLine => ({
  file: 'a.ndjson',
  line,
  json: typeof value === 'string' ? value : JSON.stringify(value)
})
/** Takes a thread longer than any test, and more memory than it has. */
const endless = line({ id: 'endless', text: `${TEXT} `.repeat(60_000) })

describe('a pool of workers', () => {
  let pool: WorkerPool
  beforeAll(() => {
    const resourceLimits = { maxOldGenerationSizeMb: 96 }
    pool = bundled.openWorkerPool({ workers: 2, settings, resourceLimits, maxQueue: 20 })
  })
  afterAll(() => pool.destroy())

  it.each<[string, InputLine | InputDocument]>([
    ['a line', line({ id: 'a', text: TEXT, url: 'https://example.org/a' })],
    ['a page', line({ id: 'b', html: `<p>${TEXT}</p>` })],
    ['a file', { id: 'c', value: TEXT, format: 'text', page: {}, file: 'c.txt', line: null }],
    ['a line that is none', line('{"id": ', 7)],
    ['a line without a text', line({ id: 'd' }, 8)]
  ])('makes of %s what is made without one', async (_, record) => {
    expect(await pool.run({ record })).toEqual(await extractDocument(record, settings))
  })

  it('takes settings for one document', async () => {
    const record = line({ id: 'a', text: TEXT })
    const own = { format: 'claims', page: { url: 'https://example.org/a' } } as const
    const made = await pool.run({ record, settings: own })
    expect(made).toEqual(await extractDocument(record, { ...settings, ...own }))
    expect(JSON.parse('text' in made ? made.text : '').url).toBe('https://example.org/a')
    expect(await pool.run({ record })).toEqual(await extractDocument(record, settings))
  })

  it('cancels a document that runs, and goes on', async () => {
    const stop = new AbortController()
    const cancelled = pool.run({ record: endless }, stop.signal)
    const others = [1, 2, 3].map((id) => pool.run({ record: line({ id, text: TEXT }) }))
    setTimeout(() => stop.abort(), 100)
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' })
    for (const made of await Promise.all(others)) expect(made).toMatchObject({ attributions: 2 })
  })

  it('loses one document to a thread out of memory, and no other', async () => {
    const records = [1, 2, 3, 4].map((id) => line({ id, text: TEXT }))
    const results = await Promise.allSettled(
      [...records.slice(0, 2), endless, ...records.slice(2)].map((record) => pool.run({ record }))
    )
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled'
    ])
    expect(results[2]).toMatchObject({ reason: { message: expect.stringContaining('memory') } })
  })

  it('refuses what its queue has no place for', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 60 }, (_, id) => pool.run({ record: line({ id, text: TEXT }) }))
    )
    const refused = results.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused[0]).toMatchObject({ reason: { message: 'Task queue is at limit' } })
    expect(results.length - refused.length).toBeGreaterThanOrEqual(20)
    expect(pool.queueSize).toBe(0)
  })
})

describe('a pool whose workers can not start', () => {
  it('tells so instead of waiting', async () => {
    const pool = openWorkerPool({ workers: 1, settings, execArgv: [] })
    const runs = [1, 2, 3].map((id) => pool.run({ record: line({ id, text: TEXT }) }))
    for (const result of await Promise.allSettled(runs)) expect(result.status).toBe('rejected')
    await expect(pool.run({ record: line({ id: 4, text: TEXT }) })).rejects.toThrow(
      /a worker could not start/
    )
    await pool.destroy()
  })
})

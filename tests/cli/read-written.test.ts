import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { readWritten } from '../../packages/cli/src/output/read-written.ts'

const folder = mkdtempSync(join(tmpdir(), 'saywho-written-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('readWritten', () => {
  it('reads a line that goes on in what is carried, wherever it is parted', async () => {
    const all = Buffer.from('{"id":"é"}\n{"id":"“b”"}\n')
    for (let cut = 0; cut <= all.length; cut++) {
      const path = join(folder, `${cut}.ndjson.gz`)
      const kept = gzipSync(all.subarray(0, cut))
      writeFileSync(path, kept)
      const keys: string[] = []
      const output = { bytes: cut === 0 ? 0 : kept.length, carry: all.subarray(cut) }
      for await (const { key } of readWritten(path, output as never)) keys.push(key)
      expect(keys, `cut at ${cut}`).toEqual(['id é', 'id “b”'])
    }
  })
})

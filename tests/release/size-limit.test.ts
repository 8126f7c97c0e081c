import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const entries: { name: string; path: string | string[]; import?: string | Record<string, string> }[] =
  JSON.parse(readFileSync(new URL('../../.size-limit.json', import.meta.url), 'utf8'))

describe('the sizes that are held', () => {
  // Built by themselves, files of one name overwrite each other, and the size is that of the last alone.
  it.each(entries.filter(({ path }) => Array.isArray(path)))(
    '$name: all files are in one bundle',
    (entry) => {
      expect(Object.keys(entry.import ?? {})).toEqual(entry.path)
    }
  )
})

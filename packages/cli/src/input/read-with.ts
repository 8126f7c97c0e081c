import type { AsyncExtract, Extract, Extraction } from '@saywho/core'
import { extract } from 'saywho'

const NOTHING: Extraction = { version: 1, attributions: [], sources: [] }

/**
 * Runs what reads a text with `saywho`'s `extract`, or with one that takes its time: then once to see the text, and again with what was
 * found in it.
 */
export async function readWith<Result>(
  later: AsyncExtract | undefined,
  read: (extract: Extract) => Result
): Promise<Result> {
  if (later === undefined) return read(extract)
  let asked: Parameters<Extract> = ['']
  read((...its) => {
    asked = its
    return NOTHING
  })
  const found = await later(...asked)
  return read(() => found)
}

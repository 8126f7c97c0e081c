import type { Act } from '@saywho/core'
import { LONGEST_TEXT, MARK, type Shared } from './shared.ts'

const ACTS: ReadonlySet<unknown> = new Set<Act>(['statement', 'belief', 'intention', 'stance'])

/**
 * Reads what a fragment shares.
 *
 * @returns null where the fragment is none of ours.
 * @throws {Error} when it is ours and broken: cut short, changed, or too large.
 */
export async function readFragment(fragment: string): Promise<Shared | null> {
  if (!fragment.startsWith(MARK)) return null
  const binary = atob(fragment.slice(MARK.length).replace(/-/g, '+').replace(/_/g, '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  // Its checksum tells a link that was changed on its way.
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  const shared: unknown = JSON.parse(await readText(stream))
  if (!isShared(shared)) throw new Error('the link holds something else')
  const { text, form, minConfidence, acts } = shared
  return { text, form, minConfidence, acts }
}

async function readText(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const reader = stream.pipeThrough(new TextDecoderStream('utf-8', { fatal: true })).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
    if (text.length <= LONGEST_TEXT) continue
    await reader.cancel()
    throw new Error('the link holds too much')
  }
}

function isShared(value: unknown): value is Shared {
  if (typeof value !== 'object' || value === null) return false
  const { text, form, minConfidence, acts } = value as Record<keyof Shared, unknown>
  return (
    typeof text === 'string' &&
    (form === 'text' || form === 'html') &&
    typeof minConfidence === 'number' &&
    minConfidence >= 0 &&
    minConfidence <= 1 &&
    Array.isArray(acts) &&
    acts.every((act) => ACTS.has(act))
  )
}

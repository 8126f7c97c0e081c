import { createInterface } from 'node:readline'

/**
 * What every program measured does: a line in is `{"id", "text"}`, a line out is
 * `{"id", "milliseconds", "attributions": [{"type", "source", "cue", "content"}]}`. Only what finds is timed, not what puts its answer
 * into this form.
 *
 * @template Found
 * @param {(text: string) => Found} find
 * @param {(found: Found, text: string) => object[]} describe spans are `[start, end]`, UTF-16 code units, end excluded.
 */
export async function answerLines(find, describe) {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line)
    const began = performance.now()
    const found = find(text)
    const milliseconds = performance.now() - began
    process.stdout.write(`${JSON.stringify({ id, milliseconds, attributions: describe(found, text) })}\n`)
  }
}

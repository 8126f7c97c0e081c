import { Problem } from './problem.ts'

/**
 * Reads a request's body, no further than it may go.
 *
 * @param most how many bytes it may have.
 * @throws {Problem} 413 where it has more, 400 where it breaks off.
 */
export async function readBody({ headers, body }: Request, most: number): Promise<ArrayBuffer> {
  const tooLarge = () => new Problem(413, `Send no more than ${most} bytes.`)
  if (Number(headers.get('content-length')) > most) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (;;) {
    const chunk = await reader?.read().catch(() => {
      throw new Problem(400, 'The body broke off.')
    })
    if (chunk?.value === undefined) break
    size += chunk.value.byteLength
    if (size > most) throw tooLarge()
    chunks.push(chunk.value)
  }
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole.buffer
}

import { MARK, type Shared } from './shared.ts'

/** A text as a fragment: JSON, compressed, in letters that an address may hold. The same in every run of one browser. */
export async function packFragment(shared: Shared): Promise<string> {
  // JSON keeps what UTF-8 has no bytes for: halves of surrogate pairs are written as escapes.
  const stream = new Blob([JSON.stringify(shared)]).stream().pipeThrough(new CompressionStream('deflate'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return MARK + btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

import { context } from 'esbuild'

/** Serves a folder's files on the loopback address, at a port of one's own or, for 0, at any that is free. */
export async function serveFolder(
  folder: string,
  port = 0
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = await context({})
  const { port: actual } = await server.serve({ servedir: folder, host: '127.0.0.1', port })
  return { url: `http://127.0.0.1:${actual}/`, stop: () => server.dispose() }
}

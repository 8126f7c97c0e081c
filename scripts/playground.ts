/** Builds the playground into `packages/playground/dist`, and serves it on the loopback address unless told to `build` only. */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildPlayground } from './build-playground.ts'
import { serveFolder } from './serve-folder.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4173' } }
})
const folder = fileURLToPath(new URL('../packages/playground/dist', import.meta.url))
rmSync(folder, { recursive: true, force: true })
await buildPlayground(folder)
if (positionals[0] !== 'build') {
  const { url } = await serveFolder(folder, Number(values.port))
  console.log(`The playground is at ${url} (Ctrl+C ends it)`)
}

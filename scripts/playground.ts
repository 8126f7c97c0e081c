/** Builds the playground into `packages/playground/dist`, and serves it on the loopback address unless told to `build` only. */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { context } from 'esbuild'
import { buildPlayground } from './build-playground.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string', default: '4173' } }
})
const folder = fileURLToPath(new URL('../packages/playground/dist', import.meta.url))
rmSync(folder, { recursive: true, force: true })
await buildPlayground(folder)
if (positionals[0] !== 'build') {
  const server = await context({})
  const { hosts, port } = await server.serve({
    servedir: folder,
    host: '127.0.0.1',
    port: Number(values.port)
  })
  console.log(`The playground: http://${hosts[0]}:${port}/ (Ctrl+C ends it)`)
}

import { basename } from 'node:path'
import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

/** What the command's threads run is a file of its own, and no entry of the package. */
const files = [...(shared.entry as string[]), './src/workers/worker.ts']

export default defineConfig({
  ...shared,
  entry: Object.fromEntries(files.map((file) => [basename(file, '.ts'), file])),
  platform: 'node',
  noExternal: [/\.schema\.json$/]
})

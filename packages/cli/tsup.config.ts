import { basename } from 'node:path'
import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

/** What threads run are files of their own, and no entries of the package. */
const files = [...(shared.entry as string[]), './src/workers/worker.ts', './src/workers/job-worker.ts']

export default defineConfig({
  ...shared,
  entry: Object.fromEntries(files.map((file) => [basename(file, '.ts'), file])),
  platform: 'node',
  // Not every place that the server's app runs in imports JSON.
  noExternal: [/\.json$/]
})

import { basename } from 'node:path'
import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

/** What threads run are files of their own, and no entries of the package. */
const THREADS = ['./src/workers/worker.ts', './src/workers/job-worker.ts']

const { entry, dts } = shared as { entry: string[]; dts: { entry: string[]; compilerOptions: object } }
const named = (paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [basename(path, '.ts'), path]))

export default defineConfig({
  ...shared,
  entry: named([...entry, ...THREADS]),
  dts: { ...dts, entry: named(dts.entry) },
  platform: 'node',
  // Not every place that the server's app runs in imports JSON.
  noExternal: [/\.json$/]
})

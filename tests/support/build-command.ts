import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file that runs the command, in JavaScript. */
    command: string
  }
}

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url))

/**
 * Bundles the command from its sources once a run: tests start dozens of processes and threads, each of which would compile them anew. It stands inside
 * its package, where what stays outside of the bundle is found.
 */
export default async function buildCommand({ provide }: TestProject): Promise<void> {
  const outdir = path('packages/cli/out/test')
  await build({
    entryPoints: [
      'bin',
      'workers/worker',
      'workers/job-worker',
      'workers/open-worker-pool',
      'serving/open-job-pool'
    ].map((its) => path(`packages/cli/src/${its}.ts`)),
    entryNames: '[name]',
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['saywho-source'],
    external: ['piscina', '@saywho/neural'],
    // Dependencies in CommonJS ask for Node's own modules.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)"
    },
    logLevel: 'error'
  })
  provide('command', `${outdir}/bin.js`)
}

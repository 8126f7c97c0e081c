import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A module's exports as one script that sets a global. A `node:` import in it can't be resolved for a browser, and fails the build. */
export async function bundle(contents: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
    bundle: true,
    format: 'iife',
    globalName,
    platform: 'browser',
    target: 'es2022',
    conditions: ['saywho-source'],
    write: false
  })
  return outputFiles[0]!.text
}

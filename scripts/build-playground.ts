import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BuildOptions } from 'esbuild'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../packages/playground/src', import.meta.url))

/** How the playground is bundled from the sources. Page and worker are modules that share what both of them use. */
const OPTIONS: BuildOptions = {
  entryPoints: ['main.ts', 'worker.ts', 'main.css'].map((file) => join(source, file)),
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  // What the view's style is written for: `light-dark()` and container queries.
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  // Of what a dependency has for browsers, the part that needs no DOM: the worker has none.
  conditions: ['saywho-source', 'worker'],
  loader: { '.txt': 'text', '.html': 'text' },
  charset: 'utf8',
  legalComments: 'none'
}

/** Builds the playground's static files into a folder, from the sources. */
export async function buildPlayground(folder: string): Promise<void> {
  await build({ ...OPTIONS, outdir: folder })
  for (const file of ['index.html', 'icon.svg']) await copyFile(join(source, file), join(folder, file))
}

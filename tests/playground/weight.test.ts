import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { buildPlayground } from '../../scripts/build-playground.ts'

const compress = promisify(brotliCompress)
const ROOM = 100_000

it('weighs, compressed, no more than the model and 100 kB', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saywho-weight-'))
  try {
    await buildPlayground(folder)
    const { outputFiles } = await build({
      stdin: {
        contents: `import { createExtractor } from '@saywho/core'; import { english } from '@saywho/english'; export const extract = createExtractor(english)`,
        resolveDir: import.meta.dirname
      },
      bundle: true,
      minify: true,
      format: 'esm',
      conditions: ['saywho-source'],
      charset: 'utf8',
      write: false
    })
    const weigh = async (contents: Uint8Array) => (await compress(contents)).length
    const files = readdirSync(folder)
    const [model, ...parts] = await Promise.all([
      weigh(outputFiles[0]!.contents),
      ...files.map((file) => weigh(readFileSync(join(folder, file))))
    ])
    const all = parts.reduce((sum, part) => sum + part, 0)
    console.info(`the playground weighs ${all} bytes, ${all - model} more than the model`)
    expect(files).toContain('index.html')
    expect(model).toBeGreaterThan(1_000_000)
    expect(all - model).toBeLessThan(ROOM)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

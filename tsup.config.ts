import { readFileSync } from 'node:fs'
import { defineConfig } from 'tsup'

/** The entries are those that the package's own `exports` name, so the two can't drift apart. */
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, { 'saywho-source': string } | string>
  bin?: Record<string, string>
}
const entries = Object.values(manifest.exports).flatMap((target) =>
  // A file that is shipped as it is.
  typeof target === 'string' ? [] : target['saywho-source']
)
const bins = Object.values(manifest.bin ?? {}).map((file) =>
  file.replace('./dist/', './src/').replace(/js$/, 'ts')
)

export default defineConfig({
  entry: [...entries, ...bins],
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  // tsup 8 sets `baseUrl`, which TypeScript 6 calls deprecated.
  dts: { entry: entries, compilerOptions: { ignoreDeprecations: '6.0' } },
  clean: true
})

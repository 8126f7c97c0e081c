/**
 * Checks every public package as it would be published: publint and attw on its tarball, its declarations beside its exports, a project
 * that installs them all, then sizes and unused parts: `check-packages.ts [FOLDER]`, where FOLDER keeps the tarballs and that project.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Checklist, run } from './checklist.ts'
import { compareExports } from './compare-exports.ts'
import { readPublicPackages } from './read-public-packages.ts'

const [kept] = process.argv.slice(2)
const bin = (name: string) => resolve('node_modules/.bin', name)
const checklist = new Checklist()
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'saywho-packages-')) : resolve(kept)
mkdirSync(folder, { recursive: true })
try {
  for (const its of readPublicPackages('.')) {
    const { folder: path, manifest } = its
    const tarball = join(folder, `${path.split('/').at(-1)}.tgz`)
    const { name } = manifest
    await checklist.check(`${name}: packs`, () => {
      run('npx', ['-y', 'pnpm@12.21.0', 'pack', '--out', tarball], path)
    })
    await checklist.check(`${name}: publint`, () => {
      run(bin('publint'), [tarball, '--strict'])
    })
    await checklist.check(`${name}: types resolve`, () => {
      // A plain file is nothing to be typed, unless it is JSON.
      const files = Object.entries(manifest.exports ?? {}).flatMap(([entry, target]) =>
        typeof target === 'string' && !target.endsWith('.json') ? [entry.slice(2)] : []
      )
      const left = files.length > 0 ? ['--exclude-entrypoints', ...files] : []
      run(bin('attw'), [tarball, '--profile', 'esm-only', ...left])
    })
    await checklist.check(`${name}: declares what it exports`, async () => {
      const faults = await compareExports(its)
      if (faults.length > 0) throw new Error(faults.join('\n'))
    })
  }
  await checklist.check('a project that installs them', () => {
    run('node', ['--import=tsx', 'scripts/check-consumer.ts', folder])
  })
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true })
}
await checklist.check('sizes', () => {
  run(bin('size-limit'), [])
})
await checklist.check('unused files, exports and dependencies', () => {
  run(bin('knip'), [])
})
process.exitCode = checklist.failures === 0 ? 0 : 1

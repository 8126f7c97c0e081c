/** Checks all that a release must have, a line a check; ends with status 1 where anything failed. See `docs/releasing.md`. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Checklist, run, Skipped } from './checklist.ts'
import { readPublicPackages } from './read-public-packages.ts'
import { buildPage, openPage } from './release/build-page.ts'
import { checkManifests } from './release/check-manifests.ts'
import versions from './release/versions.json' with { type: 'json' }

const packages = readPublicPackages('.')
const folder = mkdtempSync(join(tmpdir(), 'saywho-release-'))
const tarballs = new Map(
  packages.map(({ folder: path, manifest }) => [manifest.name, join(folder, `${path.split('/').at(-1)}.tgz`)])
)
const consumer = join(folder, 'consumer')
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const checklist = new Checklist()

try {
  await checklist.check('manifests, one version, its entry in the changelog', () => {
    const { errors, missing } = checkManifests(packages, readFileSync('CHANGELOG.md', 'utf8'))
    if (errors.length > 0) throw new Error(errors.join('\n'))
    if (missing.length > 0)
      console.log(`warning packages have no ${missing.join(', ')}: see docs/releasing.md`)
  })
  await checklist.check('everything builds', () => {
    run('npx', ['-y', 'pnpm@12.21.0', 'build'])
  })
  // It prints a line a check of its own.
  const { status } = spawnSync('node', ['--import=tsx', 'scripts/check-packages.ts', folder], {
    stdio: 'inherit'
  })
  if (status !== 0) checklist.failures++

  for (const [name, tarball] of tarballs)
    await checklist.check(`${name}: npm would publish it`, () => {
      run('npm', ['publish', '--dry-run', tarball])
    })
  for (const runtime of ['deno', 'bun'] as const)
    await checklist.check(`from tarballs in ${runtime} ${versions[runtime]}`, () => {
      runIn(runtime)
    })
  let page = ''
  await checklist.check(`from tarballs in a page that Vite ${versions.vite} builds`, () => {
    page = buildPage(join(folder, 'page'), tarballs, versions.vite)
  })
  await checklist.check('that page in Chromium', async () => {
    if (page === '') throw new Error('it was not built')
    if (!existsSync(chromium)) throw new Skipped(`no Chromium at ${chromium}`)
    await openPage(page, chromium)
  })
  await checklist.check('the documentation and the API reference build, all links lead somewhere', () => {
    run('node', ['--import=tsx', 'scripts/build-site.ts', join(folder, 'site')])
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(checklist.failures === 0 ? 'all is well' : `${checklist.failures} failed`)
process.exitCode = checklist.failures === 0 ? 0 : 1

/** Runs the consumer's programs, as TypeScript compiled them, in another runtime than Node. */
function runIn(runtime: 'deno' | 'bun'): void {
  const command = ['-y', `${runtime}@${versions[runtime]}`]
  try {
    run('npx', [...command, '--version'], consumer)
  } catch (error) {
    throw new Skipped(`npm does not bring it here (${String(error).split('\n').filter(Boolean).at(-1)})`)
  }
  const flags = runtime === 'deno' ? ['run', '--allow-all', '--node-modules-dir=manual'] : ['run']
  for (const program of ['built/program.js', 'built/imports.js'])
    run('npx', [...command, ...flags, program], consumer)
}

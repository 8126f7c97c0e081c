/** Checks every public package as it would be published: publint and attw on its tarball, a project that installs them all, then sizes and unused parts. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

let failures = 0

function runCheck(name: string, command: string, args: readonly string[], cwd = '.'): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (status === 0) return
  failures++
  console.log(stdout + stderr)
}

const bin = (name: string) => resolve('node_modules/.bin', name)
const folder = mkdtempSync(join(tmpdir(), 'saywho-packages-'))
try {
  for (const name of readdirSync('packages')) {
    const path = join('packages', name)
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
      name: string
      private?: boolean
    }
    if (manifest.private) continue
    const tarball = join(folder, `${name}.tgz`)
    runCheck(`${manifest.name}: packs`, 'npx', ['-y', 'pnpm@12.21.0', 'pack', '--out', tarball], path)
    runCheck(`${manifest.name}: publint`, bin('publint'), [tarball, '--strict'])
    runCheck(`${manifest.name}: types resolve`, bin('attw'), [tarball, '--profile', 'esm-only'])
  }
  runCheck('a project that installs them', 'node', ['--import=tsx', 'scripts/check-consumer.ts', folder])
} finally {
  rmSync(folder, { recursive: true })
}
runCheck('sizes', bin('size-limit'), [])
runCheck('unused files, exports and dependencies', bin('knip'), [])
process.exitCode = failures === 0 ? 0 : 1

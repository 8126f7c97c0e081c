import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
let corpora = ''
beforeAll(() => {
  corpora = mkdtempSync(join(tmpdir(), 'saywho-corpora-'))
  mkdirSync(join(corpora, 'polnear'))
  copyFileSync(join(root, 'examples/annotated.ndjson'), join(corpora, 'polnear/dev.ndjson'))
})
afterAll(() => rmSync(corpora, { recursive: true }))

function checkAccuracy(...argv: string[]) {
  const node = ['--conditions=saywho-source', '--import=tsx', 'scripts/check-accuracy.ts', ...argv]
  const { status, stdout } = spawnSync(process.execPath, node, { cwd: root, encoding: 'utf8' })
  return { status, out: stdout }
}

describe('pnpm accuracy', () => {
  it('checks texts of our own, and says what it skips, where there are no corpora', () => {
    const { status, out } = checkAccuracy('--corpora', join(corpora, 'nowhere'))
    expect(status).toBe(0)
    expect(out).toMatch(
      /^skipped: there is no .*polnear.dev\.ndjson \(name the folder with --corpora DIR\)$/m
    )
    expect(out).toMatch(/^ +own$/m)
    expect(out).toMatch(/^relation@0\.5 +≥ \d+\.\d \[\d+\.\d–\d+\.\d\]$/m)
    expect(out).toMatch(/^\d+ floors hold\n$/m)
  }, 30_000)

  it('measures what is there, in a table and as JSON', () => {
    const { out } = checkAccuracy('--corpora', corpora)
    expect(out).toMatch(/^skipped: .*wider/m)
    expect(out).toMatch(/^ +polnear\/dev +own$/m)
    expect(out).toMatch(/^relation@0\.5( +≥ \d+\.\d \[\d+\.\d–\d+\.\d\]){2}$/m)
    expect(out).toMatch(/^act +\d+\.\d/m)
    const { status, out: json } = checkAccuracy('--corpora', corpora, '--json')
    const { parts, floors, skipped } = JSON.parse(json)
    expect(parts['polnear/dev'].acts.of).toBeGreaterThan(0)
    expect(skipped).toHaveLength(2)
    expect(status).toBe(floors.some(({ below }: { below: boolean }) => below) ? 1 : 0)
  }, 30_000)
})

import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSnippets } from '../scripts/read-snippets.ts'
import { findPages } from '../scripts/site/find-pages.ts'
import { runCommand } from './cli/run-command.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readmes = new Set([
  ...findPages(root),
  ...readdirSync(join(root, 'packages'))
    .map((name) => `packages/${name}/README.md`)
    .filter((path) => existsSync(join(root, path)))
])
const scriptsOf = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).scripts

/** Matches what is printed, where a line "…" stands for any lines that the README leaves out. */
const abridged = (output: string): RegExp =>
  new RegExp(
    `^${output
      .split(/^…\n/m)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('(?:.*\\n)*')}$`
  )

/** What each program of all pages prints, or how it failed: one process runs them after each other, so that it starts but once. */
const printed = new Map<string, string>()
beforeAll(async () => {
  const programs = [...readmes].flatMap((readme) =>
    readSnippets(readFileSync(join(root, readme), 'utf8')).filter(({ kind }) => kind === 'ts')
  )
  // In the repo, whose packages they import.
  const folder = mkdtempSync(join(root, 'tests/readme-'))
  try {
    const files = programs.map(({ code }, index) => {
      const file = join(folder, `${index}.ts`)
      writeFileSync(file, code)
      return file
    })
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--conditions=saywho-source', '--import=tsx', join(root, 'tests/support/run-programs.ts'), ...files],
      { cwd: root, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 }
    )
    const outputs: string[] = JSON.parse(stdout)
    for (const [index, { code }] of programs.entries()) printed.set(code, outputs[index]!)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)

for (const readme of readmes) {
  const markdown = readFileSync(join(root, readme), 'utf8')
  describe(readme, () => {
    it('links to files that are there', () => {
      for (const [, target] of markdown.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
        expect(existsSync(join(root, readme, '..', target!)), target).toBe(true)
    })

    for (const { kind, code, output } of readSnippets(markdown).filter(({ kind }) => kind === 'ts'))
      it(`prints what it says: ${code.split('\n').at(-2)}`, () => {
        expect(kind).toBe('ts')
        expect(output).not.toBeNull()
        expect(printed.get(code)).toBe(output)
      })

    for (const { code, output } of readSnippets(markdown).filter(({ kind }) => kind === 'sh')) {
      const lines = code.trimEnd().split('\n')
      for (const line of lines)
        it(line, async () => {
          const [, example, script] =
            /^npx -y pnpm@12\.21\.0 (?:--silent )?(?:--filter ([\w-]+) )?([\w:-]+)/.exec(line) ?? []
          if (script !== undefined)
            expect(Object.keys(scriptsOf(example === undefined ? '.' : `examples/${example}`))).toContain(
              script
            )
          else if (line.startsWith('saywho ')) {
            const { status, out } = await runCommand(line.split(' ').slice(1))
            expect(status).toBe(0)
            // What stands after several commands is of some of them only.
            if (lines.length === 1 && output !== null) expect(out).toMatch(abridged(output))
          } else if (line.startsWith('pip install -r '))
            expect(existsSync(join(root, line.split(' ').at(-1)!))).toBe(true)
          else expect(line).toMatch(/^npm i (?:@?|re(?:text|hype)-)saywho\b/)
        })
    }
  })
}

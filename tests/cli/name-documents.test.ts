import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { nameDocuments } from '../../packages/cli/src/input/name-documents.ts'
import { runCommand } from './run-command.ts'

it.each<[string, Record<string, string>]>([
  ['no folder where none is needed', { 'd1/x.txt': 'x', 'd2/y.txt.gz': 'y', '/d3/z': 'z' }],
  ['one folder', { 'd1/x.txt': 'd1/x', 'd2/x.txt': 'd2/x', 'd2/y.txt': 'y' }],
  ['none before what has none', { 'x.txt': 'x', 'd/x.txt': 'd/x' }],
  ['as many as tell them apart', { 'a/d/x.txt': 'a/d/x', 'b/d/x.md': 'b/d/x', 'c/x.html': 'c/x' }],
  ['folders above', { '../d/x.txt': '../d/x', 'd/x.txt': 'd/x' }],
  ['the ending where no folder does', { 'd/x.txt': 'x.txt', 'd/x.md': 'x.md', 'd/x.txt.gz': 'x.txt.gz' }],
  ['both', { 'a/x.txt': 'a/x.txt', 'a/x.md': 'a/x.md', 'b/x.txt': 'b/x.txt' }],
  ['nothing for one file by two names', { 'd/x.txt': 'x', './d/x.txt': 'x' }]
])('names documents by their files: %s', (_, ids) => {
  expect(Object.fromEntries(nameDocuments(Object.keys(ids)))).toEqual(ids)
})

it('gives two files of one name two ids', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'saywho-names-'))
  const files = ['d1', 'd2'].map((name) => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'x.txt'), '“The bridge is safe,” Ana Brandt said.')
    return join(folder, name, 'x.txt')
  })
  const { out } = await runCommand(['extract', '--format', 'ndjson', ...files, join(folder, 'd3/x.txt')])
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ id }) => id)).toEqual(['d1/x', 'd2/x', 'd3/x'])
  rmSync(folder, { recursive: true })
})

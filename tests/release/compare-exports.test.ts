import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { compareExports } from '../../scripts/compare-exports.ts'

const root = mkdtempSync(join(tmpdir(), 'saywho-exports-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0
/** The faults of a built package of these files. */
function compare(files: Record<string, string>) {
  const folder = join(root, String(count++))
  for (const [path, content] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const target = { 'saywho-source': '', types: './dist/index.d.ts', default: './dist/index.js' }
  const exports = { '.': target, './data.json': './data.json' }
  return compareExports({ folder, manifest: { name: 'example', version: '1.2.3', exports } })
}

describe('compareExports', () => {
  it('has nothing to say where both are the same', async () => {
    expect(
      await compare({
        'dist/index.d.ts': `
export declare class Book {}
export declare const one: 1
export default one
export type Title = string
export interface Page {}
export type { Chapter } from './other.js'`,
        'dist/other.d.ts': 'export declare class Chapter {}',
        'dist/index.js': 'export class Book {}\nexport const one = 1\nexport default one'
      })
    ).toEqual([])
  })

  it('tells what is declared and not there, by a star too', async () => {
    expect(
      await compare({
        'dist/index.d.ts': "export * from './other.js'\nexport declare function two(): 2",
        'dist/other.d.ts': 'export declare function one(): 1\nexport type Title = string',
        'dist/index.js': 'export const two = () => 2'
      })
    ).toEqual(['example: declares one, which is not there at run time'])
  })

  it('tells what is there and not declared', async () => {
    expect(
      await compare({
        'dist/index.d.ts': 'export declare const one: 1',
        'dist/index.js': 'export const one = 1\nexport const two = 2'
      })
    ).toEqual(['example: has two, which is not declared'])
  })
})

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createExtractor } from '@saywho/core'
import { createEnglish } from '@saywho/english'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Some of our own texts, with their annotations. */
const IDS = [
  'analysis-coalition-veto',
  'analysis-currency-peg-gamble',
  'biography-astronomer-lund',
  'biography-mathematician-okoro-vance'
]
const WRITTEN = readFileSync(join(root, 'packages/training/annotations/written.ndjson'), 'utf8')
  .split('\n')
  .filter((line) => IDS.some((id) => line.startsWith(`{"id":"${id}"`)))
const TEXT = 'Ana said that it rained.'
const SAID = { type: 'indirect', source: [[0, 3]], cue: [[4, 8]], content: [[9, 23]] }
const line = (id: string, more: object = {}) =>
  JSON.stringify({ id, text: TEXT, attributions: [{ ...SAID, ...more }] })

let folder = ''
const file = (name: string) => join(folder, name)
const write = (name: string, ...lines: string[]) => {
  writeFileSync(file(name), lines.map((its) => `${its}\n`).join(''))
  return file(name)
}
const train = (...argv: string[]) => runCommand(['train', ...argv])
const modules = () => readdirSync(folder).filter((name) => !name.endsWith('.ndjson'))

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-train-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('saywho train, on what is wrong', () => {
  it.each([
    ['a span outside its text', line('b', { content: [[9, 99]] }), 'attributions[0].content holds [9, 99], outside its text of 24 characters'],
    ['an empty content', line('b', { content: [] }), 'attributions[0].content is empty; an attribution has one'],
    ['pieces that overlap', line('b', { content: [[9, 15], [12, 23]] }), 'attributions[0].content holds [12, 23], which overlaps [9, 15]'],
    ['a type that is none', line('b', { type: 'quote' }), 'attributions[0].type is none of direct, mixed, indirect but "quote"'],
    ['a line that is broken', '{"id": "b", ', 'is not JSON: '],
    ['a document twice', line('a'), 'the id "a" is that of a document before it']
  ])('names the line and writes nothing: %s', async (_, bad, problem) => {
    const name = write('bad.ndjson', line('a'), line('good'), bad)
    const { status, out, err } = await train(name, '--output', file('bad.js'))
    expect(err).toContain(`saywho: ${name}: line 3: ${problem}`)
    expect([status, out, modules()]).toEqual([1, '', []])
  }) // biome-ignore format: a table

  it('tells all that is wrong in all files at once', async () => {
    const bad = write('bad.ndjson', '[]', line('a', { act: 'guess' }))
    const worse = write('worse.ndjson', 'x')
    const { status, err } = await train(
      bad,
      file('lost.ndjson'),
      '--output',
      file('bad.js'),
      '--with-base',
      worse
    )
    const lines = err.trimEnd().split('\n')
    expect(lines.map((its) => its.replace(folder, '').split(' ').slice(1, 4).join(' '))).toEqual([
      '/bad.ndjson: line 1:',
      '/bad.ndjson: line 2:',
      '/lost.ndjson: there is',
      '/worse.ndjson: line 1:'
    ])
    expect([status, modules()]).toEqual([1, []])
  })

  it('learns nothing from nothing', async () => {
    const none = write('none.ndjson', JSON.stringify({ id: 'a', text: TEXT, attributions: [] }))
    for (const name of [none, write('empty.ndjson', '')]) {
      const { status, err } = await train(name, '--output', file('none.js'))
      expect(err).toBe(`saywho: ${name}: no attribution is annotated, so there is nothing to learn\n`)
      expect([status, modules()]).toEqual([1, []])
    }
  })

  it('says that it can not write before it learns', async () => {
    const one = write('one.ndjson', line('a'))
    const nowhere = await train(one, '--output', file('nowhere/weights.js'))
    expect(nowhere.err).toBe(`saywho: ${file('nowhere/weights.js')}: there is no folder ${file('nowhere')}\n`)
    mkdirSync(file('folder.js'))
    const taken = await train(one, '--output', file('folder.js'))
    expect(taken.err).toBe(`saywho: ${file('folder.js')}: is a folder; name a file in it\n`)
    rmSync(file('folder.js'), { recursive: true })
    expect([nowhere.status, taken.status, modules()]).toEqual([1, 1, []])
  })

  it.each([
    ['no file', ['--output', 'x.js'], "missing required argument 'annotated'"],
    ['no output', ['x.ndjson'], "required option '--output <file.js>' not specified"],
    ['an output that is no module', ['x.ndjson', '--output', 'x.ndjson'], '--output must end in .js or .mjs, got x.ndjson'],
    ['standard input twice', ['-', '--output', 'x.js', '--with-base', '-'], 'standard input can be read only once']
  ])('says what to do about %s', async (_, argv, message) => {
    const { status, out, err } = await train(...argv)
    expect(err).toContain(message)
    expect([status, out]).toEqual([2, ''])
  }) // biome-ignore format: a table
})

describe('saywho train', () => {
  let told = ''
  beforeAll(async () => {
    const { status, out, err } = await train(write('few.ndjson', ...WRITTEN), '--output', file('weights.mjs'))
    expect([status, out]).toEqual([0, ''])
    told = err
  }, 60_000)

  it('tells what goes on, what was learned, and that it was little', () => {
    expect(told).toMatch(/^saywho: warning: 91 attributions to learn from, fewer than 200: /)
    expect(told).toMatch(/^ +\d+ s {2}cues learned$/m)
    expect(told).toMatch(/^learned from 4 documents with 91 attributions$/m)
    expect(told).toMatch(/^types: 15 direct, 13 mixed, 63 indirect$/m)
    expect(told).toMatch(/^written to .*weights\.mjs: \d+ kB$/m)
  })

  it('writes a module that reads texts', async () => {
    const extract = createExtractor(createEnglish(await import(pathToFileURL(file('weights.mjs')).href)))
    const { attributions } = extract(
      'The union said that the bridge was old. “It is safe,” Cole told reporters.'
    )
    expect(attributions.map(({ source, content }) => [source[0]?.text, content[0]!.text])).toContainEqual([
      'The union',
      'that the bridge was old'
    ])
    for (const { confidence } of attributions) {
      expect(confidence).toBeGreaterThanOrEqual(0)
      expect(confidence).toBeLessThanOrEqual(1)
    }
  })

  it('writes the same bytes from the same data, from standard input too, and takes the place of what was there', async () => {
    writeFileSync(file('again.js'), 'what was there')
    const { status, err } = await runCommand(
      ['train', '-', '--output', file('again.js'), '--quiet'],
      WRITTEN.join('\n')
    )
    expect(status).toBe(0)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(readFileSync(file('again.js'), 'utf8')).toBe(readFileSync(file('weights.mjs'), 'utf8'))
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
  }, 60_000)

  it('learns from one attribution without breaking, and lets a base help', async () => {
    const own = write('own.ndjson', line('a'))
    const alone = await train(own, '--output', file('alone.mjs'), '--quiet')
    expect(alone.err).toMatch(/warning: 1 attribution to learn from/)
    expect(alone.err).toMatch(/warning: no attribution tells its act/)
    const extract = createExtractor(createEnglish(await import(pathToFileURL(file('alone.mjs')).href)))
    for (const { confidence } of extract(TEXT).attributions) expect(Number.isFinite(confidence)).toBe(true)
    const helped = await train(
      own,
      '--output',
      file('helped.mjs'),
      '--quiet',
      '--with-base',
      write('base.ndjson', WRITTEN[0]!)
    )
    expect(helped.status).toBe(0)
    expect(readFileSync(file('helped.mjs'), 'utf8')).not.toBe(readFileSync(file('alone.mjs'), 'utf8'))
  }, 60_000)

  it('is told of by a document that is what the docs show', () => {
    const docs = readFileSync(join(root, 'docs/training.md'), 'utf8')
    const shown = /^```json\n(.*?)^```$/ms.exec(docs)![1]!
    expect(JSON.parse(shown)).toEqual(JSON.parse(readFileSync(join(root, 'examples/bridge.ndjson'), 'utf8')))
  })

  it('helps', async () => {
    const { status, out } = await train('--help')
    expect(status).toBe(0)
    expect(out).toMatchSnapshot()
  })
})

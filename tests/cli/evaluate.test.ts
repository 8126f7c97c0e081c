import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { evaluate, readGoldNdjson, readPredictedNdjson, toEvaluationJson } from '@saywho/training'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generate } from '../training/evaluation/generate.ts'
import { runCommand } from './run-command.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const GOLD = join(root, 'examples/annotated.ndjson')
const FOUND = join(root, 'examples/found.ndjson')
const gold = readFileSync(GOLD, 'utf8')
const found = readFileSync(FOUND, 'utf8')

let folder = ''
const file = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-evaluate-'))
  const { text } = JSON.parse(gold)
  const span = (end: number) => ({ type: 'direct', content: [[0, end]] })
  for (const [name, content] of Object.entries({
    'broken.ndjson': `${found}{"id": \n`,
    'outside.ndjson': JSON.stringify({ id: 'harbour', attributions: [span(3), span(text.length + 1)] }),
    'twice.ndjson': found + found,
    'other.ndjson': '{"id": "other", "attributions": []}\n',
    'many.ndjson': 'x\n'.repeat(30),
    'empty.ndjson': '\n',
    'generated-gold.ndjson': generate(3).gold,
    'generated.ndjson': generate(3).predicted
  }))
    writeFileSync(file(name), content)
  writeFileSync(file('latin.ndjson'), Buffer.from([0x7b, 0xe9]))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('saywho evaluate', () => {
  it('prints tables', async () => {
    const { status, out, err } = await runCommand(['evaluate', GOLD, FOUND])
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatchSnapshot()
  })

  it('prints intervals and errors by kind', async () => {
    const argv = ['evaluate', GOLD, FOUND, '--intervals', '--errors', '2']
    const { status, out } = await runCommand(argv)
    expect(status).toBe(0)
    expect(out).toMatchSnapshot()
    expect((await runCommand(argv)).out).toBe(out)
  })

  it('has nothing to show where all is right', async () => {
    const { out } = await runCommand(['evaluate', GOLD, GOLD, '--errors', '2'])
    expect(out).toMatch(/\n\nno errors at relation@0\.5\n$/)
    expect(out).not.toContain('calibration')
  })

  it('writes the figures as JSON', async () => {
    const { status, out } = await runCommand([
      'evaluate',
      file('generated-gold.ndjson'),
      file('generated.ndjson'),
      '--json'
    ])
    const documents = readGoldNdjson(generate(3).gold)
    const evaluation = evaluate(documents, readPredictedNdjson(generate(3).predicted, documents))
    expect(status).toBe(0)
    expect(out.trimEnd()).not.toContain('\n')
    expect(JSON.parse(out)).toEqual(toEvaluationJson(evaluation))
  })

  it('writes errors as JSON, and only where asked', async () => {
    const errors = async (...more: string[]) =>
      JSON.parse((await runCommand(['evaluate', GOLD, FOUND, '--json', ...more])).out).errors
    expect(await errors()).toBeUndefined()
    expect(await errors('--errors', '1')).toMatchObject([
      {
        kind: 'wrong content start',
        count: 1,
        examples: [{ document: 'harbour', context: [0, JSON.parse(gold).text.indexOf(' “We have')] }]
      }
    ])
  })

  it('reads what was found from standard input', async () => {
    const { out } = await runCommand(['evaluate', GOLD, '-'], found)
    expect(out).toBe((await runCommand(['evaluate', GOLD, FOUND])).out)
  })

  it('tells of documents that one of the two has not', async () => {
    const { status, out, err } = await runCommand(['evaluate', GOLD, file('other.ndjson')])
    expect(status).toBe(0)
    expect(err).toMatch(/^saywho: .*other\.ndjson: 1 document is not in .*annotated\.ndjson and left out$/m)
    expect(out).toContain('\n1 document has no prediction: all that is annotated there counts as missed\n')
  })

  it.each([
    ['broken JSON', 'broken.ndjson', /broken\.ndjson: line 2: is not JSON: /],
    ['a span outside its text', 'outside.ndjson', /outside\.ndjson: line 1: attributions\[1\]\.content holds \[0, \d+\], outside its text/],
    ['a document twice', 'twice.ndjson', /twice\.ndjson: line 2: the id "harbour" is that of a document before it/],
    ['a file that is not there', 'nowhere.ndjson', /nowhere\.ndjson: there is no such file/],
    ['a file that is not UTF-8', 'latin.ndjson', /latin\.ndjson: is not UTF-8 text/]
  ])('names the file and what is wrong: %s', async (_, name, message) => {
    const { status, out, err } = await runCommand(['evaluate', GOLD, file(name)])
    expect(err).toMatch(message)
    expect([status, out]).toEqual([1, ''])
  }) // biome-ignore format: a table

  it('names what is wrong in gold, and in standard input', async () => {
    const bad = await runCommand(['evaluate', file('other.ndjson'), FOUND])
    expect(bad.err).toMatch(/^saywho: .*other\.ndjson: line 1: "text" is no string but missing$/m)
    const piped = await runCommand(['evaluate', GOLD, '-'], '[]')
    expect(piped.err).toBe('saywho: standard input: line 1: is not an object but []\n')
    const empty = await runCommand(['evaluate', file('empty.ndjson'), FOUND])
    expect(empty.err).toMatch(/empty\.ndjson: holds no documents$/m)
    expect([bad.status, piped.status, empty.status]).toEqual([1, 1, 1])
  })

  it('stops complaining after a while', async () => {
    const { err } = await runCommand(['evaluate', GOLD, file('many.ndjson')])
    expect(err.trimEnd().split('\n')).toHaveLength(21)
    expect(err).toMatch(/many\.ndjson: and 10 more\n$/)
  })

  it.each([
    ['one file', ['evaluate', GOLD], "missing required argument 'predicted'"],
    ['three files', ['evaluate', GOLD, FOUND, FOUND], 'too many arguments'],
    ['standard input twice', ['evaluate', '-', '-'], 'only one of the two can be standard input'],
    ['no number of errors', ['evaluate', GOLD, FOUND, '--errors', 'all'], 'Give a whole number, 1 or more'],
    ['no errors', ['evaluate', GOLD, FOUND, '--errors', '0'], 'Give a whole number, 1 or more'],
    ['an odd option', ['evaluate', GOLD, FOUND, '--loud'], "unknown option '--loud'"]
  ])('says what to do about %s', async (_, argv, message) => {
    const { status, out, err } = await runCommand(argv)
    expect(err).toContain(message)
    expect([status, out]).toEqual([2, ''])
  })

  it('lets no text steer a terminal', async () => {
    const evil = JSON.stringify({
      id: 'a\u001b[31m',
      text: 'Ana said \u001b[31m\u202eno.',
      attributions: [{ type: 'indirect', content: [[9, 16]] }]
    })
    writeFileSync(file('evil.ndjson'), evil)
    const { out } = await runCommand(['evaluate', file('evil.ndjson'), file('other.ndjson'), '--errors', '1'])
    expect(out).toContain('missed without a cue  1')
    for (const character of '\u001b\u202e') expect(out).not.toContain(character)
  })

  it('helps', async () => {
    const { status, out } = await runCommand(['evaluate', '--help'])
    expect(status).toBe(0)
    expect(out).toMatchSnapshot()
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNeuralExtractor } from '@saywho/neural'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccurate } from '../../packages/cli/src/input/open-accurate.ts'
import { runCommand } from './run-command.ts'

const TEXT = 'The ferry was late because of ice, the captain, Ana Brandt, explained. Nobody had warned her.'
const model = readFileSync(createRequire(import.meta.url).resolve('@saywho/neural/model'))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-accurate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const write = (name: string, value: string) => {
  const file = join(folder, name)
  writeFileSync(file, value)
  return file
}

describe('saywho extract --accurate', () => {
  it('gives what the accurate tier gives', async () => {
    const { status, out, err } = await runCommand([
      'extract', '--accurate', '--format', 'json', write('ferry.txt', TEXT)
    ]) // biome-ignore format: a command
    const extract = await createNeuralExtractor({ model })
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const { attributions, sources } = JSON.parse(out)
    expect({ version: 1, attributions, sources }).toEqual(await extract(TEXT))
    expect(attributions[0].source[0].text).toBe('the captain, Ana Brandt')
  })

  it.each(['ferry.html', 'ferry.md'])('reads a page, its places in the file told: %s', async (name) => {
    const value = name.endsWith('html') ? `<h1>Ice</h1><p>${TEXT}</p>` : `# Ice\n\n${TEXT}\n`
    const { out } = await runCommand([
      'extract', '--accurate', '--format', 'json', write(name, value)
    ]) // biome-ignore format: a command
    const [{ cue }] = JSON.parse(out).attributions
    expect(cue.map(({ text }: { text: string }) => text)).toEqual(['explained'])
    const [{ start, end }] = cue[0].origin
    expect(value.slice(start, end)).toBe('explained')
  })

  it('writes a page with its attributions wrapped', async () => {
    const { out } = await runCommand([
      'extract', '--accurate', '--format', 'html', write('page.html', `<p>${TEXT}</p>`)
    ]) // biome-ignore format: a command
    expect(out).toMatch(/<span data-saywho-cue[^>]*>explained<\/span>/)
  })

  it('reads a stream, and loses nothing to a broken line', async () => {
    const lines = [JSON.stringify({ id: 'a', text: TEXT }), '{', JSON.stringify({ id: 'b', text: TEXT })]
    const { status, out } = await runCommand(
      ['extract', '--accurate', '--format', 'ndjson'],
      `${lines.join('\n')}\n`
    )
    const told = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(status).toBe(1)
    expect(told.map(({ id, error }) => id ?? error.slice(0, 8))).toHaveLength(3)
    expect(told[2].attributions).toEqual(told[0].attributions)
  })

  it('names the command that makes it present, where it is not', async () => {
    const missing = Object.assign(new Error("Cannot find package '@saywho/neural'"), {
      code: 'ERR_MODULE_NOT_FOUND'
    })
    await expect(openAccurate(() => Promise.reject(missing))).rejects.toThrow(
      '--accurate needs the packages @saywho/neural and onnxruntime-node beside @saywho/cli: npm i @saywho/neural onnxruntime-node'
    )
    const broken = new Error('no such instruction')
    await expect(openAccurate(() => Promise.reject(broken))).rejects.toBe(broken)
  })

  it('goes without --workers', async () => {
    const { status, err } = await runCommand(['extract', '--accurate', '--workers', '2', 'ferry.txt'])
    expect(status).toBe(2)
    expect(err).toContain("option '--accurate' goes without --workers")
  })
})

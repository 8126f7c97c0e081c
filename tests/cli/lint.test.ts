import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const SENTENCE = 'A senior official claimed that the bridge is safe.'
const RIGHT = '“The bridge is safe,” Ana Brandt said.\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-lint-'))
  write('right.txt', RIGHT)
  write('claimed.txt', `Bridge\n\n${SENTENCE}\n`)
  write(
    'claimed.html',
    `<!doctype html>\n<title>x</title>\n<nav>x</nav>\n<p>A <b>senior</b>\nofficial &#x63;laimed that it is safe.`
  )
  write('claimed.md', `---\ntitle: x\n---\n\n* A *senior*\n  official claimed that it is \\*safe.\n`)
  write(
    'many.ndjson',
    [
      JSON.stringify({ id: 'a', text: SENTENCE }),
      '{',
      JSON.stringify({ id: 'b', html: `<p>x</p>\n<p>${SENTENCE}</p>` }),
      JSON.stringify({ id: 'c', text: RIGHT })
    ].join('\n')
  )
  write('latin.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9]))
})
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string) => join(folder, name)
const write = (name: string, content: string | Uint8Array) => writeFileSync(file(name), content)
const lint = (...argv: string[]) => runCommand(['lint', ...argv])
/** The lines of a report that are messages, without the columns of spaces. */
const messagesOf = (out: string) =>
  out
    .split('\n')
    .filter((line) => /^\d+:\d+/.test(line))
    .map((line) => line.replace(/ {2,}/g, ' '))

describe('saywho lint', () => {
  it('prints the messages of a file, and ends with status 1', async () => {
    const { status, out, err } = await lint(file('claimed.txt'))
    expect(status).toBe(1)
    expect(err).toBe('')
    expect(out).toBe(`${file('claimed.txt')}
3:1-3:18  warning Source \`senior official\` is not named, and the text does not say why anonymous-source retext-saywho
3:19-3:26 warning \`claimed\` implies that it is in doubt                                loaded-verb      retext-saywho

⚠ 2 warnings
`)
  })

  it('prints nothing of what is right, and ends with status 0', async () => {
    expect(await lint(file('right.txt'))).toEqual({ status: 0, out: '', err: '' })
  })

  it.each([
    ['claimed.html', ['4:4-5:9 warning Source', '5:10-5:22 warning `claimed`']],
    ['claimed.md', ['5:3-6:11 warning Source', '6:12-6:19 warning `claimed`']]
  ])('places messages in %s', async (name, starts) => {
    const { status, out } = await lint(file(name))
    expect(status).toBe(1)
    expect(messagesOf(out).map((line, index) => line.slice(0, starts[index]?.length))).toEqual(starts)
  })

  it('reads lines of NDJSON, and goes on after a bad one', async () => {
    const { status, out, err } = await lint('--rule', 'anonymous-source=off', file('many.ndjson'))
    expect(status).toBe(1)
    expect(err).toMatch(/^saywho: .*many\.ndjson: line 2: is not JSON: .*\n$/)
    expect(out.match(/many\.ndjson#\w/g)).toEqual(['many.ndjson#a', 'many.ndjson#b'])
    expect(messagesOf(out).map((line) => line.split(' ')[0])).toEqual(['1:19-1:26', '2:22-2:29'])
  })

  it('reads standard input, a page too', async () => {
    expect((await runCommand(['lint'], SENTENCE)).out).toMatch(/^<stdin>\n1:1-1:18 /)
    expect((await runCommand(['lint', '-'], `<!doctype html>\n<p>${SENTENCE}`)).out).toMatch(
      /^<stdin>\n2:4-2:21 /
    )
  })

  it('goes on after files that can’t be read', async () => {
    const { status, out, err } = await lint(file('none.txt'), file('latin.txt'), folder, file('claimed.txt'))
    expect(status).toBe(1)
    expect(err.split('\n').slice(0, -1)).toEqual([
      `saywho: ${file('none.txt')}: there is no such file`,
      `saywho: ${file('latin.txt')}: is not UTF-8 text; convert it first, for instance with iconv`,
      `saywho: ${folder}: is a folder; name the files in it`
    ])
    expect(messagesOf(out)).toHaveLength(2)
  })

  it('ends with status 1 for a bad file among right ones', async () => {
    expect((await lint(file('right.txt'), file('none.txt'))).status).toBe(1)
  })

  it('tells of a document that is nested too deep, and goes on', async () => {
    write('deep.md', `${'> '.repeat(20_000)}x`)
    const { status, out, err } = await lint(file('deep.md'), file('claimed.md'))
    expect(status).toBe(1)
    expect(err).toBe(`saywho: ${file('deep.md')}: is nested too deep\n`)
    expect(messagesOf(out)).toHaveLength(2)
  }, 60_000)

  it.each([
    [['--level', 'warn'], 1],
    [['--level', 'error'], 0],
    [['--level', 'error', '--rule', 'loaded-verb=error'], 1],
    [['--rule', 'loaded-verb=info'], 1],
    [['--rule', 'loaded-verb=info', '--rule', 'anonymous-source=info'], 0],
    [['--rule', 'loaded-verb=info', '--rule', 'anonymous-source=info', '--level', 'info'], 1],
    [['--rule', 'loaded-verb=off', '--rule', 'anonymous-source=off', '--level', 'info'], 0]
  ])('with %j ends with status %i', async (flags, status) => {
    expect((await lint(...flags, file('claimed.txt'))).status).toBe(status)
  })

  it('says why', async () => {
    const { out } = await lint('--why', file('claimed.txt'))
    expect(out).toMatch(/\[url\]:\n {4}https:.*#loaded-verb\n {2}\[note\]:\n {4}The reader, not the verb/)
    expect((await lint(file('claimed.txt'))).out).not.toContain('The reader, not the verb')
  })

  it('takes rules from a file, and single ones before them', async () => {
    write(
      'rules.json',
      JSON.stringify({ 'loaded-verb': ['error', { allow: ['claim'] }], 'anonymous-source': 'off' })
    )
    expect((await lint('--rules', file('rules.json'), file('claimed.txt'))).status).toBe(0)
    const { status, out } = await lint(
      '--rules',
      file('rules.json'),
      '--rule',
      'anonymous-source=on',
      file('claimed.txt')
    )
    expect(status).toBe(1)
    expect(messagesOf(out)).toHaveLength(1)
  })

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'the rules: expected an object of rules, got an array'],
    ['{"loud-verb": "on"}', 'the rules: there is no rule "loud-verb"'],
    [
      '{"loaded-verb": {"allow": "claim"}}',
      'the rules["loaded-verb"].allow: expected a list of verbs, got "claim"'
    ]
  ])('says what is wrong in rules: %s', async (rules, problem) => {
    write('wrong.json', rules)
    const { status, out, err } = await lint('--rules', file('wrong.json'), file('claimed.txt'))
    expect(status).toBe(1)
    expect(out).toBe('')
    expect(err).toContain(`saywho: ${file('wrong.json')}: ${problem}`)
  })

  it.each([
    [['--rule', 'loud-verb=on'], 'there is no rule "loud-verb"'],
    [['--rule', 'loaded-verb=loud'], 'expected true, false'],
    [['--rule', 'loaded-verb'], 'Give a severity too, as loaded-verb=off.'],
    [['--level', 'fatal'], 'Allowed choices are info, warn, error'],
    [['--loud'], 'unknown option']
  ])('takes %j for wrong usage', async (flags, problem) => {
    const { status, err } = await lint(...flags, file('claimed.txt'))
    expect(status).toBe(2)
    expect(err).toContain(problem)
  })
})

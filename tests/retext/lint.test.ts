import { readFileSync } from 'node:fs'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import remarkStringify from 'remark-stringify'
import retextEnglish from 'retext-english'
import retextSaywho from 'retext-saywho'
import retextSaywhoLint, { type Options } from 'retext-saywho/lint'
import { extract } from 'saywho'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'

const README = readFileSync(new URL('../../packages/retext/README.md', import.meta.url), 'utf8')
const EXAMPLE = /^(Wrong|Right)(?:, with `([^\n]+)`)?:\n\n```text\n(.*?)\n```(?:\n\n```text\n(.*?)\n```)?/gms

async function lint(text: string, options?: Options): Promise<VFile> {
  const file = new VFile(text)
  const processor = unified().use(retextEnglish).use(retextSaywho).use(retextSaywhoLint, options)
  await processor.run(processor.parse(file), file)
  return file
}

async function lintMarkdown(markdown: string): Promise<VFile> {
  const file = new VFile(markdown)
  const words = unified().use(retextEnglish).use(retextSaywho).use(retextSaywhoLint)
  // remark-retext’s types know no processor with a plugin in it.
  return unified()
    .use(remarkParse)
    .use(remarkRetext, words as never)
    .use(remarkStringify)
    .process(file)
}

const tell = (file: VFile) => file.messages.map((message) => `${message.name}: ${message.reason}`)

describe('rules', () => {
  for (const section of README.split(/^### /m).slice(1)) {
    const [ruleId] = section.split('\n', 1) as [string]
    const examples = [...section.matchAll(EXAMPLE)]

    it(`${ruleId} has wrong and right examples`, () => {
      expect(new Set(examples.map(([, kind]) => kind))).toEqual(new Set(['Wrong', 'Right']))
    })

    for (const [, kind, options, text, message] of examples)
      it(`${ruleId}, ${kind!.toLowerCase()}${options ? ` with ${options}` : ''}: ${text!.slice(0, 60)}`, async () => {
        const file = await lint(text!, options === undefined ? {} : { [ruleId]: JSON.parse(options) })
        expect(tell(file)).toEqual(kind === 'Wrong' ? [message] : [])
        for (const its of file.messages) {
          expect(its).toMatchObject({ ruleId, source: 'retext-saywho', fatal: false })
          expect(its.url).toBe(`https://www.npmjs.com/package/retext-saywho#${ruleId}`)
          expect(its.note).toMatch(/\.$/)
        }
      })
  }
})

describe('retext-saywho/lint', () => {
  const TEXT = '“The bridge is safe,” a senior official claimed.'

  it('has each rule in its documentation, and no other', () => {
    const wrong = new RegExp(`there is no rule "x"; there are ${Object.keys(defaults()).join(', ')}`)
    expect(() => retextSaywhoLint({ x: true } as Options)).toThrow(wrong)
  })

  it('tells all of a message', async () => {
    const [message] = (await lint(TEXT, { 'anonymous-source': false })).messages
    expect(JSON.parse(JSON.stringify(message))).toMatchObject({
      reason: '`claimed` implies that it is in doubt',
      line: 1,
      column: 41,
      place: { start: { line: 1, column: 41, offset: 40 }, end: { line: 1, column: 48, offset: 47 } },
      fatal: false,
      ruleId: 'loaded-verb',
      source: 'retext-saywho',
      actual: 'claimed',
      expected: ['say'],
      url: 'https://www.npmjs.com/package/retext-saywho#loaded-verb',
      note: expect.stringContaining('`say` says no more')
    })
  })

  it.each([
    [false, []],
    ['off', []],
    [0, []],
    [['off', { allow: [] }], []],
    [true, [false]],
    ['on', [false]],
    ['warn', [false]],
    [1, [false]],
    [{ allow: ['admit'] }, [false]],
    ['error', [true]],
    [2, [true]],
    [['error', { allow: ['admit'] }], [true]],
    [['error'], [true]],
    ['info', [undefined]],
    [undefined, [false]]
  ])('sets a rule to %j', async (setting, fatal) => {
    const file = await lint(TEXT, { 'loaded-verb': setting, 'anonymous-source': false } as Options)
    expect(file.messages.map((message) => message.fatal)).toEqual(fatal)
  })

  it.each([
    ['all', 'options: expected an object of rules, got "all"'],
    [[], 'options: expected an object of rules, got an array'],
    [
      { 'loaded-verb': 'loud' },
      'options["loaded-verb"]: expected true, false, 0, 1, 2, "on", "off", "info", "warn" or "error", got "loud"'
    ],
    [{ 'loaded-verb': 3 }, 'got 3'],
    [{ 'loaded-verb': ['on', 5] }, 'options["loaded-verb"]: expected an object of options, got 5'],
    [
      { 'loaded-verb': { allow: 'claim' } },
      'options["loaded-verb"].allow: expected a list of verbs, got "claim"'
    ],
    [
      { 'loaded-verb': { verbs: { opine: 'say' } } },
      'options["loaded-verb"].verbs: expected an object of {implies, plain} by verb, got an object'
    ],
    [
      { 'loaded-verb': ['off', { constructor: 1 }] },
      'options["loaded-verb"]: the rule has no option "constructor"'
    ],
    [{ 'mixed-marks': { preferred: 'curly' } }, 'options["mixed-marks"]: the rule has no option "preferred"'],
    [{ 'distant-pronoun': { maxSentences: -1 } }, 'maxSentences: expected a whole number from 0, got -1'],
    [{ 'unsourced-quote': { minWords: 1.5 } }, 'minWords: expected a whole number from 0, got 1.5'],
    [{ 'anonymous-source': { allowReason: 1 } }, 'allowReason: expected true or false, got 1'],
    [{ toString: true }, 'options: there is no rule "toString"']
  ])('does not take %j', (options, message) => {
    expect(() => retextSaywhoLint(options as Options)).toThrow(TypeError)
    expect(() => retextSaywhoLint(options as Options)).toThrow(message)
  })

  it('says which plugin to use before it', async () => {
    const run = unified()
      .use(retextSaywhoLint)
      .run({ type: 'root' } as never, new VFile(TEXT))
    await expect(run).rejects.toThrow(/^file\.data\.saywho: .* use retext-saywho or rehype-saywho before/)
    await expect(run).rejects.toBeInstanceOf(TypeError)
  })

  it('changes neither the tree nor the extraction, and says the same again', async () => {
    const file = new VFile(TEXT)
    const processor = unified().use(retextEnglish).use(retextSaywho)
    const tree = await processor.run(processor.parse(file), file)
    const before = JSON.stringify([tree, file.data])
    const transform = retextSaywhoLint()
    transform(tree, file)
    const first = file.messages.splice(0).map(String)
    transform(tree, file)
    expect(file.messages.map(String)).toEqual(first)
    expect(first).toHaveLength(2)
    expect(JSON.stringify([tree, file.data])).toBe(before)
  })

  it('places messages in a Markdown file', async () => {
    const markdown =
      '# Safe\n\n> “The *bridge* is &lsquo;safe&rsquo;,” a\n> senior official claimed. “We looked'
    const file = await lintMarkdown(markdown)
    expect(tell(file)).toEqual([
      '3:41-4:18: Source `senior official` is not named, and the text does not say why',
      '4:19-4:26: `claimed` implies that it is in doubt',
      '4:28-4:29: Quotation mark `“` is not closed in its paragraph'
    ])
  })

  it('places messages by the spans alone where nothing else tells, and else not at all', async () => {
    const file = await lintMarkdown('> A senior official claimed that it is *safe*. It rained on “The Quay')
    file.messages.splice(0)
    delete file.data.saywhoOrigins
    retextSaywhoLint()(undefined, file)
    expect(tell(file)).toEqual([
      '1:3-1:20: Source `senior official` is not named, and the text does not say why',
      '1:21-1:28: `claimed` implies that it is in doubt',
      '1:1: Quotation mark `“` is not closed in its paragraph'
    ])
  })

  it('lets be what is right', async () => {
    for (const text of [
      'The beam is 6\' 4" long and 24" wide, Ana Brandt said.',
      'He read “The Quay” and “A Bridge to the North.” The ‘90s were good.',
      'Weaver said that it was late. Everyone knew it. Many said so.',
      'Ana Brandt said it. The reporter’s admission came late; his boast did not.',
      'The poll reveals that voters want a bridge.',
      'Tomas Reyes said the city would “pay for it all.” The filing says Ana Brandt wrote, “We will pay for every stone.”',
      ''
    ])
      expect(tell(await lint(text)), text).toEqual([])
  })

  it('reads hostile texts', async () => {
    const growth = ['“', '"', '“a ', '“a” ', '"a', '» «', 'He said. ', '“A b c.” ', 'a said b said ']
    for (const piece of growth) {
      const file = new VFile(piece.repeat(20_000))
      file.data.saywho = extract(String(file).slice(0, 2_000))
      retextSaywhoLint()(undefined, file)
      expect(file.messages.length, piece).toBeLessThan(60_000)
    }
  }, 60_000)
})

/** The rules' names, in the order of their documentation. */
const defaults = (): Options =>
  Object.fromEntries(
    README.split(/^### /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0], true])
  )

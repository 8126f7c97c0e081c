import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { ParseEnglish } from 'parse-english'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import retextLatin from 'retext-latin'
import retextSaywho, { type Extraction } from 'retext-saywho'
import retextSaywhoCore, { type AnyExtract } from 'retext-saywho/core'
import retextSmartypants from 'retext-smartypants'
import { extract } from 'saywho'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'

const SEED = readFileSync(new URL('../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const TEXT = '“We have no choice,” Ana Brandt said. “The quay is sinking.”'

function read(text: string, parser: typeof retextEnglish = retextEnglish): VFile {
  const file = new VFile(text)
  const processor = unified().use(parser).use(retextSaywho)
  processor.runSync(processor.parse(file), file)
  return file
}

function readMarkdown(markdown: string): VFile {
  const file = new VFile(markdown)
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRetext, ParseEnglish)
    .use(retextSaywho)
  processor.runSync(processor.parse(file), file)
  return file
}

/** All spans of an extraction. */
const spansOf = ({ attributions, sources }: Extraction) => [
  ...attributions.flatMap(({ content, cue, source }) => [...content, ...cue, ...source]),
  ...sources.flatMap(({ mentions, reason }) => [...mentions, ...(reason ? [reason] : [])])
]

/** Pieces of texts that try a parser: sentences, marks, ends of lines, odd characters. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        TEXT,
        'Ana Brandt ',
        'said ',
        'that the quay is sinking',
        '“',
        '”',
        '"',
        "''",
        '. ',
        ', ',
        ': ',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        '\uFEFF',
        '\0',
        '\uD800',
        '\uDC00',
        '😀',
        '\u2028',
        '\u0085',
        '\t',
        'A.B. ',
        'i.e. ',
        '...',
        '&amp;',
        '\\*',
        '—',
        '’s '
      ),
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.string({ maxLength: 8, unit: 'grapheme' })
    ),
    { maxLength: 24 }
  )
  .map((list) => list.join(''))

describe('retext-saywho over text', () => {
  it('gives what extract gives, on any text', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const { data } = read(text)
        expect(data).toEqual({ saywho: extract(text) })
      }),
      { numRuns: 200 }
    )
  }, 30_000)

  it.each([
    ['a news article', SEED],
    ['a byte order mark', `\uFEFF${TEXT}`],
    ['CRLF', `${TEXT}\r\n\r\n${TEXT}\r\n`],
    ['CR', `${TEXT}\r\r${TEXT}`],
    ['NUL', `\0 ${TEXT}\0`],
    ['lone surrogates', `\uD800 ${TEXT} \uDC00`],
    ['nothing', '']
  ])('gives what extract gives, with %s', (_, text) => {
    expect(read(text).data).toEqual({ saywho: extract(text) })
    expect(read(text, retextLatin).data).toEqual({ saywho: extract(text) })
  })

  it('reads what a file holds as bytes', () => {
    const bytes = new TextEncoder().encode(`\uFEFF${TEXT}`)
    const file = new VFile(bytes)
    const processor = unified().use(retextEnglish).use(retextSaywho)
    processor.runSync(processor.parse(file), file)
    expect(file.data.saywho).toEqual(extract(String(file)))
  })

  it('is plain data, and leaves the tree as it was', () => {
    const processor = unified().use(retextEnglish).use(retextSaywho)
    const tree = processor.parse(TEXT)
    const before = structuredClone(tree)
    const file = new VFile(TEXT)
    expect(processor.runSync(tree, file)).toEqual(before)
    expect(JSON.parse(JSON.stringify(file.data.saywho))).toEqual(file.data.saywho)
    expect(file.data.saywho?.attributions).toHaveLength(1)
    expect(file.messages).toEqual([])
  })

  it('hands its options on', () => {
    const options = { acts: ['belief'] as const, minConfidence: 0.5 }
    const text = `${TEXT} Tomas Reyes thinks that it will hold.`
    const file = new VFile(text)
    const processor = unified().use(retextEnglish).use(retextSaywho, options)
    processor.runSync(processor.parse(file), file)
    expect(file.data.saywho).toEqual(extract(text, options))
    expect(file.data.saywho?.attributions).toHaveLength(1)
  })

  it('tells wrong options where it is used', () => {
    expect(() => retextSaywho({ minConfidence: 2 })).toThrow(
      /^options\.minConfidence: expected a number from 0 to 1, got 2/
    )
    expect(() => retextSaywho('x' as never)).toThrow(TypeError)
    expect(() => retextSaywho(null)).not.toThrow()
  })

  it('forgets what an earlier run told of another text', () => {
    const file = readMarkdown(`*${TEXT}*`)
    expect(file.data.saywhoOrigins).toBeDefined()
    file.value = TEXT
    const processor = unified().use(retextEnglish).use(retextSaywho)
    processor.runSync(processor.parse(file), file)
    expect(file.data).toEqual({ saywho: extract(TEXT) })
  })
})

describe('retext-saywho over Markdown', () => {
  it('counts in the text of the document, and tells where it stands in the file', () => {
    const markdown = [
      '# “It is *over*,” Reyes says\n\n',
      '“We have **no** choice &amp; no &ldquo;plan&rdquo;\\*,” Ana [Brandt](https://example.org) said.\n\n',
      '> Cole said that the quay\n> would `sink` and that  \n> nobody&#39;s money\\\n> would help.\n\n',
      '* Li said that it\n  was &quot;late&quot;.\n'
    ].join('')
    const { saywho } = readMarkdown(markdown).data
    const told = saywho!.attributions.map(({ content }) =>
      content.map(({ text, origin }) => [text, origin!.map(({ start, end }) => markdown.slice(start, end))])
    )
    expect(told).toEqual([
      [['“It is over,”', ['“It is ', 'over', ',”']]],
      [
        ['“We have no choice & no “plan”*,”', ['“We have ', 'no', ' choice &amp; no &ldquo;plan&rdquo;\\*,”']]
      ],
      [
        [
          "that the quay\nwould `sink` and that\nnobody's money\nwould help",
          ['that the quay\n', 'would `sink` and that', '\n', 'nobody&#39;s money', '\n', 'would help']
        ]
      ],
      [['that it\nwas "late"', ['that it\n', 'was &quot;late&quot;']]]
    ])
  })

  it.each([
    ['a byte order mark', '\uFEFFAna Brandt said that *it* is &amp; was late.'],
    ['CRLF', '> Ana Brandt said that *it*\r\n> is &amp; was\r\n> late.\r\n'],
    ['NUL', 'Ana Brandt said that it\0 is &amp; *was* late.'],
    ['a picture between', 'Ana Brandt said that it ![a *b*](c.png) is &amp; was late.'],
    ['text that looks like a reference', 'Ana Brandt said that `&amp;` &amp;amp; is late. *Yes.*']
  ])('finds its way with %s', (_, markdown) => {
    const { saywho } = readMarkdown(markdown).data
    const { origin } = saywho!.attributions[0]!.content.at(-1)!
    expect(markdown.slice(origin!.at(-1)!.end)).toMatch(/^\.?(?:\r?\n| \*Yes\.\*)?$/)
    expect(markdown.slice(origin![0]!.start)).toMatch(/^that/)
  })

  it('leaves out no more than the first of two byte order marks', () => {
    const markdown = '\uFEFF\uFEFF<!-- -->“We have no choice,” Ana Brandt said. “The quay is sinking.”'
    const [its] = readMarkdown(markdown).data.saywho!.attributions
    expect(
      its!.content.flatMap(({ origin }) => origin!.map((at) => markdown.slice(at.start, at.end)))
    ).toEqual(['“We have no choice,”', '“The quay is sinking.”'])
  })

  it('tells places that hold the very words, on any Markdown', () => {
    const blocks = fc.constantFrom(
      TEXT,
      'Ana Brandt said that *it* is late. ',
      'Li said ',
      '“',
      '”',
      '&quot;',
      '&amp;',
      '&#x201C;',
      '&ngE;',
      '&nope;',
      '\\*',
      '\\&',
      '*',
      '**',
      '_',
      '`',
      '`a &amp; b`',
      '\n',
      '\r\n',
      '\n\n',
      '> ',
      '* ',
      '  ',
      '\t',
      '  \n',
      '\\\n',
      '# ',
      '| a | b |\n|-|-|\n| c | d |\n',
      '[a](b "c")',
      '![d *e*](f)',
      '<b>',
      '<!-- -->',
      '~~x~~',
      'www.example.org ',
      '[^1]',
      '\0',
      '\uFEFF',
      '😀'
    )
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 20 }), (list) => {
        const markdown = list.join('')
        const { saywho, saywhoOrigins = [] } = readMarkdown(markdown).data
        const { text, ...rest } = saywho!
        expect(strip(rest)).toEqual(extract(text ?? markdown))
        if (text === undefined) return
        let at = 0
        for (const { start, end, origin } of saywhoOrigins) {
          expect(start).toBeGreaterThanOrEqual(at)
          at = end
          const own = markdown.slice(origin.start, origin.end)
          if (own.length === end - start) expect(withoutNul(own)).toBe(withoutNul(text.slice(start, end)))
          else expect(own).toMatch(/^(?:\\.|&.*;|\r\n|\r|\n)$/)
        }
        for (const { origin = [] } of spansOf(saywho!))
          for (const [index, { start, end }] of origin.entries()) {
            expect(start).toBeGreaterThanOrEqual(origin[index - 1]?.end ?? 0)
            expect(end).toBeGreaterThan(start)
          }
      }),
      { numRuns: 200 }
    )
  }, 30_000)

  it('knows its way after a typographer', () => {
    const text = '"We have no choice," Ana Brandt said. "The quay is sinking..."'
    const file = new VFile(text)
    const processor = unified().use(retextEnglish).use(retextSmartypants).use(retextSaywho)
    processor.runSync(processor.parse(file), file)
    const [content] = file.data.saywho!.attributions.map((its) => its.content)
    expect(content!.map((its) => its.text)).toEqual(['“We have no choice,”', '“The quay is sinking…”'])
    expect(content!.flatMap((its) => its.origin!.map(({ start, end }) => text.slice(start, end)))).toEqual([
      '"We have no choice,"',
      '"The quay is sinking..."'
    ])
  })

  it('gives no places where the nodes have none', () => {
    const file = new VFile('not the text')
    retextSaywho()({ type: 'RootNode', children: [{ type: 'TextNode', value: TEXT }] } as never, file)
    expect(file.data.saywho).toEqual({ ...extract(TEXT), text: TEXT })
    expect(file.data.saywhoOrigins).toEqual([])
  })

  it('reads a tree 100,000 deep', () => {
    let tree: object = { type: 'TextNode', value: TEXT }
    for (let depth = 0; depth < 100_000; depth++) tree = { type: 'SentenceNode', children: [tree] }
    const file = new VFile(TEXT)
    retextSaywho()(tree as never, file)
    expect(file.data.saywho).toEqual(extract(TEXT))
  })
})

/** Markdown puts U+FFFD for NUL, but not in code. */
const withoutNul = (text: string): string => text.replaceAll('\0', '\uFFFD')

/** An extraction without its places in a file. */
const strip = (value: object): unknown =>
  JSON.parse(JSON.stringify(value, (key, its) => (key === 'origin' ? undefined : its)))

describe('retext-saywho/core', () => {
  const run = (own: AnyExtract, options?: Parameters<typeof extract>[1]) => {
    const file = new VFile(TEXT)
    const tree = unified().use(retextEnglish).parse(file)
    return { file, tree, result: retextSaywhoCore(own, options)(tree, file) }
  }

  it('takes an extract of one’s own', () => {
    const { file, tree, result } = run((text, options) => extract(text, options), { acts: ['belief'] })
    expect(result).toBe(tree)
    expect(file.data.saywho).toEqual(extract(TEXT, { acts: ['belief'] }))
  })

  it('waits for one that gives a promise', async () => {
    const { file, result } = run(async (text) => extract(text))
    expect(result).toBeInstanceOf(Promise)
    expect(file.data.saywho).toBeUndefined()
    await result
    expect(file.data.saywho).toEqual(extract(TEXT))
    const processor = unified()
      .use(retextEnglish)
      .use(retextSaywhoCore, async (text: string) => extract(text))
    const other = new VFile(TEXT)
    await processor.run(processor.parse(other), other)
    expect(other.data.saywho).toEqual(extract(TEXT))
  })

  it('tells what went wrong in it', async () => {
    const fail = () => {
      throw new Error('no service')
    }
    expect(() => run(fail)).toThrow('no service')
    await expect(run(async () => fail()).result).rejects.toThrow('no service')
  })

  it('does not take what is no function', () => {
    expect(() => retextSaywhoCore(undefined as never)).toThrow('extract: expected a function, got undefined')
    expect(() => retextSaywhoCore(null as never)).toThrow(TypeError)
  })
})

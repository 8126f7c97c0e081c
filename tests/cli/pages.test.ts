import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { extract } from 'saywho'
import { annotateHtml, extractHtml } from 'saywho/html'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './run-command.ts'

const HTML = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry</title>
<link rel="canonical" href="https://example.org/ferry"><meta property="og:site_name" content="The Example"></head>
<body><nav>Home</nav><article><h1>Ferry stops</h1>
<p>“We have <em>no</em> choice &amp; no plan,” Ana Brandt said.</p></article></body></html>
`
const MARKDOWN = `---
title: Ferry stops
url: https://example.org/ferry
date: 2026-01-31
---

# Ferry stops

> “We have *no* choice &amp; no
> plan,” Ana Brandt said.
`
const TEXT = '“We have no choice & <no> plan,” Ana Brandt said.\nShe left.\n\n“Bye,” she added.\n'
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-pages-'))
  for (const [name, content] of [
    ['ferry.html', HTML],
    ['ferry.HTM', HTML],
    ['ferry.md', MARKDOWN],
    ['ferry.markdown', MARKDOWN],
    ['ferry.txt', TEXT]
  ] as const)
    writeFileSync(file(name), content)
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)
const run = (...argv: string[]) => runCommand(['extract', ...argv])

/** The first content as it stands in the file. */
function sliceOrigin(json: string, source: string): string[] {
  const { attributions } = JSON.parse(json)
  return attributions[0].content[0].origin.map(({ start, end }: { start: number; end: number }) =>
    source.slice(start, end)
  )
}

describe('saywho extract, of pages', () => {
  it('gives what extractHtml gives', async () => {
    for (const name of ['ferry.html', 'ferry.HTM']) {
      const { status, out } = await run('--format', 'json', file(name))
      expect(status).toBe(0)
      expect(JSON.parse(out)).toEqual({ id: 'ferry', ...extractHtml(HTML) })
      expect(sliceOrigin(out, HTML)).toEqual(['“We have ', 'no', ' choice &amp; no plan,”'])
    }
  })

  it('finds its way in Markdown', async () => {
    for (const name of ['ferry.md', 'ferry.markdown']) {
      const { status, out } = await run('--format', 'json', file(name))
      expect(status).toBe(0)
      expect(JSON.parse(out).text).toBe('Ferry stops\n\n“We have no choice & no plan,” Ana Brandt said.')
      expect(sliceOrigin(out, MARKDOWN)[0]).toBe('“We have ')
      expect(sliceOrigin(out, MARKDOWN).at(-1)).toMatch(/plan,”$/)
    }
  })

  it('reads the tables, strikethroughs and bare links of GitHub’s Markdown', async () => {
    writeFileSync(
      file('table.md'),
      '| Who | What |\n|-|-|\n| Ana | Ana Brandt said that www.example.org ~~is~~ was late. |\n'
    )
    const { out } = await run('--format', 'json', file('table.md'))
    expect(JSON.parse(out).text).toContain('Ana Brandt said that www.example.org')
    expect(JSON.parse(out).text).not.toContain('|')
  })

  it('goes on where front matter is no YAML, and tells where it is not', async () => {
    writeFileSync(file('odd.md'), `---\ntitle: "x\n---\n\n${TEXT}`)
    const warning = `saywho: ${file('odd.md')}: line 2: the front matter is no YAML, and passed over: Missing closing "quote\n`
    const { status, out, err } = await run('--format', 'json', file('odd.md'))
    expect([status, err]).toEqual([0, warning])
    expect(JSON.parse(out).attributions.length).toBeGreaterThan(0)
    expect(await run('--format', 'html', file('odd.md'))).toMatchObject({ status: 0, err: warning })
    expect(await runCommand(['report', file('odd.md')])).toMatchObject({ status: 0, err: warning })
    expect(await runCommand(['lint', file('odd.md')])).toMatchObject({ err: warning })
  })

  it('counts a byte order mark as a character, and gives a page back with it', async () => {
    writeFileSync(file('mark.html'), `\ufeff${HTML}`)
    writeFileSync(file('mark.txt'), `\ufeff${TEXT}`)
    const page = await run('--format', 'json', file('mark.html'))
    expect(JSON.parse(page.out)).toEqual({ id: 'mark', ...extractHtml(`\ufeff${HTML}`) })
    expect(sliceOrigin(page.out, `\ufeff${HTML}`)).toEqual(['“We have ', 'no', ' choice &amp; no plan,”'])
    expect((await run('--format', 'html', file('mark.html'))).out.trimEnd()).toBe(
      annotateHtml(`\ufeff${HTML}`).trimEnd()
    )
    const text = await run('--format', 'json', file('mark.txt'))
    expect(JSON.parse(text.out)).toEqual({ id: 'mark', ...extract(`\ufeff${TEXT}`) })
    const piped = await runCommand(['extract', '--format', 'json'], `\ufeff${HTML}`)
    expect(JSON.parse(piped.out)).toEqual([{ id: 'stdin', ...extractHtml(`\ufeff${HTML}`) }])
  })

  it('counts it in Markdown too, whose front matter is read all the same', async () => {
    for (const markdown of [MARKDOWN, `# ${TEXT}\n\n*${TEXT.trim()}*\n`]) {
      writeFileSync(file('mark.md'), `\ufeff${markdown}`)
      writeFileSync(file('plain.md'), markdown)
      const [marked, plain] = [
        await run('--format', 'json', file('mark.md')),
        await run('--format', 'json', file('plain.md'))
      ]
      expect(sliceOrigin(marked.out, `\ufeff${markdown}`)).toEqual(sliceOrigin(plain.out, markdown))
      expect(JSON.parse(marked.out).text).toBe(JSON.parse(plain.out).text)
    }
    writeFileSync(file('mark.md'), `\ufeff${MARKDOWN}`)
    const { out } = await run('--format', 'jsonld', file('mark.md'))
    expect(JSON.parse(out)['@graph'][0]).toMatchObject({ headline: 'Ferry stops' })
  })

  it('drops one before the first line of NDJSON', async () => {
    const line = JSON.stringify({ id: 'x', text: TEXT })
    writeFileSync(file('mark.ndjson'), `\ufeff${line}\n`)
    for (const { out } of [
      await run('--format', 'ndjson', file('mark.ndjson')),
      await runCommand(['extract', '--format', 'ndjson'], `\ufeff${line}`)
    ])
      expect(JSON.parse(out)).toEqual({ id: 'x', ...extract(TEXT) })
  })

  it.each([
    ['{"id": "a", "text": "x"}'],
    ['[{"id": "a", "text": "x"}]'],
    ['\ufeff{\n  "id": "a"\n}\n'],
    [' []']
  ])('does not take JSON for prose: %j', async (json) => {
    writeFileSync(file('one.json'), json)
    const message = 'is JSON, and no text; give it as NDJSON, {"id", "text"} or {"id", "html"} a line'
    const { status, err } = await run('--format', 'ndjson', file('one.json'))
    expect(status).toBe(1)
    expect(err).toContain(`saywho: ${file('one.json')}: ${message}`)
    if (json.startsWith('{"')) return
    const piped = await runCommand(['extract', '--format', 'ndjson'], json)
    expect(piped.status).toBe(1)
    expect(piped.err).toContain(`saywho: standard input: ${message}`)
  })

  it('takes what only begins as JSON does for prose', async () => {
    const { status, out } = await runCommand(['extract', '--format', 'json'], `[Note] ${TEXT}`)
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual([{ id: 'stdin', ...extract(`[Note] ${TEXT}`) }])
  })

  it('says that addresses are not fetched', async () => {
    expect(await run('https://example.org/ferry.html')).toMatchObject({
      status: 1,
      err: 'saywho: https://example.org/ferry.html: is an address, and addresses are not fetched; save the page and name its file\n'
    })
  })

  it('takes from the page what nothing else tells of it', async () => {
    const facts = async (...argv: string[]) =>
      JSON.parse((await run('--format', 'jsonld', ...argv)).out)['@graph']
    expect(await facts(file('ferry.html'))).toMatchObject([
      { '@id': 'https://example.org/ferry' },
      { name: 'The Example' },
      ...[{}, {}, {}]
    ])
    expect((await facts(file('ferry.md')))[0]).toMatchObject({
      url: 'https://example.org/ferry',
      headline: 'Ferry stops',
      datePublished: '2026-01-31'
    })
    const url = 'https://example.org/other'
    expect((await facts('--url', url, '--headline', 'Late', file('ferry.md')))[0]).toMatchObject({
      url,
      headline: 'Late',
      datePublished: '2026-01-31'
    })
  })

  it('reads lines with "html", their fields before the page’s own, the command line’s before all', async () => {
    const line = JSON.stringify({ id: 1, html: HTML, url: 'https://example.org/line' })
    const claims = async (...argv: string[]) =>
      JSON.parse((await runCommand(['extract', '--format', 'claims', ...argv], line)).out)
    expect(await claims()).toMatchObject({
      document: '1',
      url: 'https://example.org/line',
      content: '“We have no choice & no plan,”',
      start: 13
    })
    expect(await claims('--url', 'https://example.org/flag')).toMatchObject({
      url: 'https://example.org/flag'
    })
    const { out } = await runCommand(['extract', '--format', 'ndjson'], line)
    expect(JSON.parse(out)).toEqual({ id: '1', ...extractHtml(HTML) })
  })

  it.each([
    ['{"id": 1, "html": 5}', '"html" is missing or no text'],
    ['{"id": 1, "text": null}', '"text" is missing or no text'],
    ['{"id": 1}', '"text" or "html" is missing'],
    ['{"id": 1, "text": "", "html": ""}', 'has "text" and "html"; give one of them']
  ])('says what is wrong in %s', async (line, error) => {
    const { status, out } = await runCommand(['extract', '--format', 'ndjson'], line)
    expect(status).toBe(1)
    expect(JSON.parse(out)).toEqual({ id: '1', line: 1, error })
  })

  it('takes null for what is not there', async () => {
    const { out } = await runCommand(
      ['extract', '--format', 'ndjson'],
      JSON.stringify({ id: 1, text: TEXT, html: null })
    )
    expect(JSON.parse(out)).toEqual({ id: '1', ...extract(TEXT) })
  })

  it.each([
    ['a document type', HTML, true],
    ['white space before it', ` \n${HTML}`, true],
    ['a comment', `<!-- x -->${HTML}`, true],
    ['an element', '<p>“It is late,” Ana Brandt said.', true],
    ['a sign that is no tag', '<3 “It is late,” Ana Brandt said.', false],
    ['a word in angles', '<late> “It is late,” Ana Brandt said.', false]
  ])('tells a page on standard input by its beginning: %s', async (_, input, isPage) => {
    const { out } = await runCommand(['extract', '--format', 'json'], input)
    expect(JSON.parse(out)[0]).toEqual({ id: 'stdin', ...(isPage ? extractHtml(input) : extract(input)) })
  })

  it.each(['table', 'csv', 'annotations'])('writes %s of a page', async (format) => {
    const { status, out } = await run('--format', format, file('ferry.html'))
    expect(status).toBe(0)
    expect(out).toContain('We have no choice & no plan')
  })
})

describe('saywho extract --format html', () => {
  const words = (html: string) =>
    html.replace(
      /<script type="application\/ld\+json" data-saywho="">.*?<\/script>|<\/?span(?: data-saywho| id="saywho)[^>]*>|<\/span>/g,
      ''
    )

  it('writes a page as it was, marked up', async () => {
    const { status, out, err } = await run('--format', 'html', file('ferry.html'))
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toBe(annotateHtml(HTML))
    expect(words(out)).toBe(HTML)
    expect(out).toContain('<script type="application/ld+json" data-saywho="">')
  })

  it('changes nothing the second time', async () => {
    for (const name of ['ferry.html', 'ferry.md', 'ferry.txt']) {
      const { out } = await run('--format', 'html', '--url', 'https://example.org/ferry', file(name))
      writeFileSync(file('again.html'), out)
      expect((await run('--format', 'html', file('again.html'))).out, name).toBe(out)
    }
  })

  it('makes a page of Markdown', async () => {
    const { out } = await run('--format', 'html', file('ferry.md'))
    expect(words(out)).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry stops</title>
<link rel="canonical" href="https://example.org/ferry">
</head>
<body>
<h1>Ferry stops</h1>
<blockquote>
<p>“We have <em>no</em> choice &#x26; no
plan,” Ana Brandt said.</p>
</blockquote>
</body>
</html>
`)
    expect(out).toContain('"datePublished":"2026-01-31"')
  })

  it('makes a page of text, and says what is known of it', async () => {
    const { out } = await run(
      '--format',
      'html',
      '--headline',
      'A & B',
      '--url',
      'https://example.org/?a="b"&c',
      file('ferry.txt')
    )
    expect(words(out)).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A &amp; B</title>
<link rel="canonical" href="https://example.org/?a=&quot;b&quot;&amp;c">
</head>
<body>
<p>“We have no choice &amp; &lt;no> plan,” Ana Brandt said.<br>
She left.</p>
<p>“Bye,” she added.</p>
</body>
</html>
`)
    expect(out).toMatch(/data-saywho-source="[^"]*">Ana Brandt</)
  })

  it('leaves out JSON-LD where the address is not known', async () => {
    const { status, out } = await run('--format', 'html', file('ferry.txt'))
    expect(status).toBe(0)
    expect(out).not.toContain('application/ld+json')
  })

  it('can’t be broken out of by any text', async () => {
    const hostile = fc.array(
      fc.constantFrom(
        '</p>',
        '</script>',
        '<script>',
        '<!--',
        '-->',
        '<b onclick=x>',
        '"',
        "'",
        '&lt;',
        '&',
        '\0',
        '\n\n',
        '\r',
        TEXT,
        '</title>'
      ),
      { maxLength: 12 }
    )
    await fc.assert(
      fc.asyncProperty(hostile, async (pieces) => {
        const text = `Text ${pieces.join('')}`
        const { out } = await runCommand(
          ['extract', '--format', 'html', '--headline', text, '--url', 'https://example.org/x'],
          text
        )
        const tags = words(out).match(/<[^>]*>/g)
        expect(new Set(tags)).toEqual(
          new Set(
            [...tags!].filter((tag) =>
              /^<(?:!doctype html|\/?(?:html|head|title|body|p)(?: lang="en")?|meta charset="utf-8"|link rel="canonical" href="https:\/\/example.org\/x"|br)>$/.test(
                tag
              )
            )
          )
        )
      }),
      { numRuns: 25 }
    )
  }, 30_000)

  it.each([[['a.txt', 'b.txt']], [['many.ndjson']]])('takes %j for wrong usage', async (files) => {
    const { status, err } = await run('--format', 'html', ...files)
    expect(status).toBe(2)
    expect(err).toContain('writes one page')
  })

  it('does not write lines of NDJSON as pages', async () => {
    const { status, out, err } = await runCommand(
      ['extract', '--format', 'html'],
      JSON.stringify({ id: 'a', text: TEXT })
    )
    expect(status).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('standard input: line 1: --format html writes one page')
  })

  it('says what is wrong in what the command line tells of the page', async () => {
    const { status, out, err } = await run('--format', 'html', '--url', 'nowhere', file('ferry.txt'))
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('--url must be an absolute http(s) address, not "nowhere"')
  })

  it('writes to a file', async () => {
    await run('--format', 'html', '--output', file('out.html'), file('ferry.html'))
    expect(readFileSync(file('out.html'), 'utf8')).toBe(annotateHtml(HTML))
  })
})

import assert from 'node:assert/strict'
import { Readable, Writable } from 'node:stream'
import { readClaimReview, validateClaimReview } from '@saywho/claimreview'
import { readFeed } from '@saywho/claimreview/feed'
import { run } from '@saywho/cli'
import { createTextFragments } from '@saywho/jsonld'
import { toReport } from '@saywho/view/report'
import { extract, toJsonLd, toScriptTag, toWebAnnotations } from 'saywho'
import { annotateHtml, extractHtml } from 'saywho/html'
import { checkExtraction } from '../../tests/support/check-extraction.ts'

const PAGE = { url: 'https://example.org/article', headline: '</script><!--', publisher: 'The Example' }

const SCRIPTS_OF_REPORT = toReport({ text: '', extraction: extract('') }).match(/<script/gi)?.length

/** Public entries that take a text: each reads it, and throws where what it gives can't be right. */
export const ENTRIES: Readonly<Record<string, (text: string) => unknown>> = {
  extract(text) {
    checkExtraction(text, extract(text, { acts: 'all' }))
  },
  'extract, all quoted'(text) {
    const quoted = [
      { start: 0, end: text.length },
      { start: text.length >> 2, end: text.length >> 1, marks: true }
    ]
    checkExtraction(text, extract(text, { acts: 'all', quoted }))
  },
  extractHtml(html) {
    const extraction = extractHtml(html)
    const text = extraction.text ?? html
    checkExtraction(text, extraction)
    for (const { content, cue, source } of extraction.attributions)
      for (const { origin = [] } of [...content, ...cue, ...source])
        for (const { start, end } of origin)
          assert.ok(start >= 0 && start <= end && end <= html.length, `an origin from ${start} to ${end}`)
  },
  annotateHtml(html) {
    const annotated = annotateHtml(html, { page: PAGE })
    assert.equal(annotateHtml(annotated, { page: PAGE }), annotated, 'a second run changes the page')
  },
  toReport(text) {
    const scriptsOf = (html: string) => html.match(/<script/gi)?.length
    const report = toReport({ text, extraction: extract(text), headline: text.slice(0, 80) })
    assert.equal(scriptsOf(report), SCRIPTS_OF_REPORT, 'a report that the text breaks out of')
  },
  toScriptTag(text) {
    const tag = toScriptTag(toJsonLd(extract(text), PAGE, { minConfidence: 0 }))
    assert.equal(tag.match(/<\/?script|<!--/gi)?.length, 2, 'a script tag that can be broken out of')
  },
  toWebAnnotations(text) {
    toWebAnnotations(extract(text), PAGE, { text, minConfidence: 0 })
  },
  createTextFragments(text) {
    const linkTo = createTextFragments(text)
    for (const { content } of extract(text).attributions)
      for (const span of content)
        try {
          new URL(linkTo(span, PAGE.url))
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
        }
  },
  async readFeed(text) {
    for await (const { problems } of readFeed([text])) assert.ok(Array.isArray(problems))
  },
  async 'readFeed, a string without an end'(text) {
    for await (const entry of readFeed([`{"dataFeedElement": [{"item": ${JSON.stringify(text)}}, "`, text]))
      assert.ok(Array.isArray(entry.problems))
  },
  validateClaimReview(text) {
    const markup = {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      claimReviewed: text,
      url: text,
      author: { name: text, url: text },
      reviewRating: { alternateName: text, ratingValue: text }
    }
    for (const { reason } of validateClaimReview(markup)) assert.equal(typeof reason, 'string')
    readClaimReview(markup)
  },
  'command: text': (text) => runCommand(['extract', '--format', 'ndjson', '-'], text),
  'command: a page': (text) =>
    runCommand(['extract', '--format', 'ndjson', '-'], `<!doctype html><p>${text}`),
  'command: NDJSON': (text) =>
    runCommand(['extract', '--format', 'claims', '-'], `${JSON.stringify({ id: '__proto__', text })}\n{"\n`)
}

/** Runs the command on a text as its standard input; its answer has to be lines of JSON. */
async function runCommand(argv: readonly string[], input: string): Promise<void> {
  const chunks: string[] = []
  const stdout = new Writable({
    decodeStrings: false,
    write(chunk, _, done) {
      chunks.push(String(chunk))
      done()
    }
  })
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() })
  const stdin = Readable.from([Buffer.from(input)])
  const status = await run(argv, { stdin, stdout, stderr, columns: 80, colour: false })
  assert.ok(status === 0 || status === 1, `the command ended with ${status}`)
  for (const line of chunks.join('').split('\n').filter(Boolean)) JSON.parse(line)
}

import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { extract } from 'saywho'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const examples = fileURLToPath(new URL('../examples', import.meta.url))
const SEED = readFileSync(new URL('../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
const SEED_REVIEW = join(examples, 'seed-review.json')
const names = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-examples-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)

interface Ended {
  code: number
  stdout: string
  stderr: string
}

/** Runs an example by its own start script, in its own folder, with arguments. */
async function runExample(name: string, ...args: string[]): Promise<Ended> {
  const { scripts } = JSON.parse(readFileSync(join(examples, name, 'package.json'), 'utf8'))
  const [node, ...flags] = scripts.start.split(' ')
  expect(node).toBe('node')
  const options = { cwd: join(examples, name), env: { ...process.env, NO_COLOR: '1' } }
  return promisify(execFile)(process.execPath, [...flags, ...args], options).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: Ended) => error
  )
}

describe('examples', { timeout: 30_000 }, () => {
  it('are all run here', () => {
    // Of spark.test.ts is what is in Python.
    expect(names).toEqual(['fact-check-desk', 'publisher', 'quick-start', 'spark', 'unified'])
  })

  it('quick-start prints what the README says', async () => {
    const { stdout } = await runExample('quick-start')
    expect(readFileSync(join(examples, '../README.md'), 'utf8')).toContain(`\`\`\`text\n${stdout}\`\`\``)
  })

  it('publisher writes a page that holds the article, and who said what', async () => {
    const { code, stdout } = await runExample(
      'publisher',
      join(examples, '../seeds/000_47d96f6c8b88e22f.txt'),
      file('page.html')
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(/^ *1 NewsArticle$/m)
    const html = readFileSync(file('page.html'), 'utf8')
    const paragraphs = [...html.matchAll(/<p>(.*)<\/p>/g)].map(([, words]) => words!.replaceAll('&amp;', '&'))
    expect(paragraphs.join('\n')).toBe(SEED)
    const [, json] = /<script type="application\/ld\+json">(.*)<\/script>/.exec(html)!
    const graph: { '@type': string; text?: string; creator?: { '@id': string } }[] = JSON.parse(json!)[
      '@graph'
    ]
    const quoted = graph.filter((node) => node['@type'] === 'Quotation').map(({ text }) => text)
    expect(quoted).toContain('range of topics including fentanyl, balancing trade, and regional stability')
    for (const words of quoted) for (const piece of words!.split(' … ')) expect(SEED).toContain(piece)
  })

  it('publisher writes any text so that it stays text', async () => {
    writeFileSync(file('odd.txt'), '“</script><b>It is safe & sound</b>,” Ana Brandt said.')
    await runExample('publisher', file('odd.txt'), file('odd.html'))
    const html = readFileSync(file('odd.html'), 'utf8')
    expect(html).not.toContain('<b>')
    expect(html.match(/<\/script>/g)).toHaveLength(1)
    expect(html).toContain('<p>“&lt;/script>&lt;b>It is safe &amp; sound&lt;/b>,” Ana Brandt said.</p>')
  })

  it('fact-check-desk has the seed article among its articles', () => {
    const lines = readFileSync(join(examples, 'fact-check-desk/articles.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => JSON.parse(line).text)).toContain(SEED)
  })

  it('fact-check-desk prints claims that were made, and writes the review of one', async () => {
    const articles = join(examples, 'fact-check-desk/articles.ndjson')
    const { code, stdout } = await runExample('fact-check-desk', articles, SEED_REVIEW, file('review.json'))
    expect(code).toBe(0)
    for (const line of [
      'https://news.example/trump-vance-han-zheng',
      '  ga9y0ayu | Trump-Vance transition team | as reported by | Han Zheng, the most senior ',
      '  n301t59f | Xi Jinping | remarked | "We both attach great importance ',
      'https://news.example/ferry',
      '| Ines Okafor | said | “Not one boat was repaired on time,”',
      'reviewed: ga9y0ayu, Example only: nobody has checked this claim'
    ])
      expect(stdout).toContain(line)
    // What they hope and plan is nothing to check.
    for (const words of ['a second boat', 'delay enforcement']) expect(stdout).not.toContain(words)
    expect(JSON.parse(readFileSync(file('review.json'), 'utf8'))).toMatchObject({
      '@type': 'ClaimReview',
      reviewRating: { alternateName: 'Example only: nobody has checked this claim' },
      itemReviewed: {
        author: { name: 'Trump-Vance transition team' },
        appearance: { url: 'https://news.example/trump-vance-han-zheng' }
      }
    })
  })

  it('fact-check-desk goes on after a line that it can not read', async () => {
    const article = { url: 'https://news.example/seed', text: SEED }
    writeFileSync(file('broken.ndjson'), `{"text":\n{"url": "x"}\n${JSON.stringify(article)}\n`)
    const { code, stdout, stderr } = await runExample(
      'fact-check-desk',
      file('broken.ndjson'),
      SEED_REVIEW,
      file('more.json')
    )
    expect(code).toBe(1)
    expect(stderr).toMatch(/broken\.ndjson: line 1: .*JSON.*\n.*line 2: text: expected a string/)
    expect(stdout).toContain('reviewed: ga9y0ayu')
  })

  it('fact-check-desk tells what to look at before the review is published', async () => {
    const { claimReviewed, ...review } = JSON.parse(readFileSync(SEED_REVIEW, 'utf8'))
    writeFileSync(
      file('long.json'),
      JSON.stringify({ ...review, claimReviewed: `${claimReviewed} `.repeat(2) })
    )
    const articles = join(examples, 'fact-check-desk/articles.ndjson')
    const { code, stderr } = await runExample(
      'fact-check-desk',
      articles,
      file('long.json'),
      file('long.out')
    )
    expect(code).toBe(0)
    expect(stderr).toMatch(/long\.json: \/claimReviewed has 1\d\d characters/)
    expect(JSON.parse(readFileSync(file('long.out'), 'utf8'))['@type']).toBe('ClaimReview')
  })

  it('fact-check-desk says why a review can not be published, and writes none', async () => {
    writeFileSync(
      file('bridge.ndjson'),
      JSON.stringify({ url: 'https://news.example/b', text: '“It is safe,” Ana Brandt said.' })
    )
    const { id } = extract('“It is safe,” Ana Brandt said.').attributions[0]!
    const review = { ...JSON.parse(readFileSync(SEED_REVIEW, 'utf8')), claimText: 'It is not safe' }
    for (const [claimId, message] of [
      ['nowhere', /claimId: no article has/],
      [id, /claimText is/]
    ] as const) {
      writeFileSync(file('wrong.json'), JSON.stringify({ ...review, claimId }))
      const { code, stderr } = await runExample(
        'fact-check-desk',
        file('bridge.ndjson'),
        file('wrong.json'),
        file('none.json')
      )
      expect(code).toBe(1)
      expect(stderr).toMatch(message)
    }
    expect(readdirSync(folder)).not.toContain('none.json')
  })

  it('unified marks up an article in Markdown, and tells an editor what is odd in it', async () => {
    const { code, stdout } = await runExample(
      'unified',
      join(examples, 'unified/ferry.md'),
      file('ferry.html')
    )
    expect(code).toBe(0)
    for (const line of [
      'its director, Ines Okafor | “We have no choice & no money,” … “Not one boat was repaired on time.”',
      'Okafor | “The town promised us a bridge … in 1998,”',
      'Tomas Reyes, who has lived there for forty years | that the town would “never” build it'
    ])
      expect(stdout).toContain(`${line}\n`)
    // The only thing odd is where the file has it.
    const messages = stdout.match(/^\d+:.*/gm)
    expect(messages).toEqual([expect.stringMatching(/^16:.* warning `claimed` implies/)])
    const [, from, to] = /^16:(\d+)-16:(\d+)/.exec(messages![0]!)!
    const line = readFileSync(join(examples, 'unified/ferry.md'), 'utf8').split('\n')[15]!
    expect(line.slice(Number(from) - 1, Number(to) - 1)).toBe('claimed')
    const html = readFileSync(file('ferry.html'), 'utf8')
    expect(html).toMatch(/<em><span data-saywho-content="\w+"[^>]*>no<\/span><\/em>/)
    const [, json] = /<script type="application\/ld\+json"[^>]*>(.*)<\/script>/.exec(html)!
    expect(JSON.parse(json!)['@graph'][0]).toMatchObject({
      url: 'https://news.example/ferry-stops',
      headline: 'The ferry stops in March',
      datePublished: '2026-02-14'
    })
  })

  it('unified tells what is odd where it stands, and leaves no words out', async () => {
    writeFileSync(
      file('odd.md'),
      '# Safe\n\n* “It is *safe*, a senior official said.\n* It is &lt;b>not&lt;/b>.\n'
    )
    const { code, stdout } = await runExample('unified', file('odd.md'), file('odd.html'))
    expect(code).toBe(0)
    expect(stdout).toContain('3:3-3:4')
    const html = readFileSync(file('odd.html'), 'utf8')
    expect(html).toContain('It is &#x3C;b>not&#x3C;/b>.')
    expect(html).not.toContain('ld+json')
  })
})

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type FeedEntry, type FeedSource, readFeed } from '@saywho/claimreview/feed'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const review = (claimReviewed: string) => ({
  '@context': 'http://schema.org',
  '@type': 'ClaimReview',
  claimReviewed,
  url: 'https://desk.example/bridge',
  reviewRating: { '@type': 'Rating', ratingValue: '1', alternateName: 'False' }
})
const item = (...claims: string[]) => ({
  '@type': 'DataFeedItem',
  dateCreated: '2026-02-01T10:00:00Z',
  url: 'https://desk.example/bridge',
  item: claims.map(review)
})
const feedOf = (...elements: unknown[]) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    dateModified: '2026-02-02',
    dataFeedElement: elements,
    name: 'Checks'
  })
async function read(source: FeedSource): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = []
  for await (const entry of readFeed(source)) entries.push(entry)
  return entries
}
const told = (entries: readonly FeedEntry[]) =>
  entries.map(({ index, reviews, problems }) => [
    index,
    reviews.map(({ claimReviewed }) => claimReviewed).join(),
    problems.map(({ pointer, reason }) => `${pointer} ${reason}`).join()
  ])

describe('readFeed', () => {
  it('gives entries with their reviews', async () => {
    const [first, second, ...rest] = await read(feedOf(item('a', 'b'), item('c')))
    expect(first).toMatchObject({
      index: 0,
      url: 'https://desk.example/bridge',
      dateCreated: '2026-02-01T10:00:00Z',
      dateModified: null,
      reviews: [{ claimReviewed: 'a', rating: { ratingValue: 1 } }, { claimReviewed: 'b' }],
      problems: []
    })
    expect(second).toMatchObject({ index: 1, reviews: [{ claimReviewed: 'c' }] })
    expect(rest).toEqual([])
  })

  it('gives the same however the source is cut and carried', async () => {
    const text = feedOf(item('“Brücke” 🌉'), null, item('c'))
    const bytes = new TextEncoder().encode(text)
    const whole = await read(text)
    expect(told(whole)[0]?.[1]).toBe('“Brücke” 🌉')
    expect(await read(bytes)).toEqual(whole)
    expect(await read([bytes])).toEqual(whole)
    expect(await read(new Blob([bytes]).stream())).toEqual(whole)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: bytes.length })), fc.boolean(), async (cuts, isText) => {
        const all: string | Uint8Array = isText ? text : bytes
        const ends = [...cuts, all.length].sort((a, b) => a - b)
        const chunks = ends.map((end, at) => all.slice(ends[at - 1] ?? 0, end))
        expect(await read(chunks)).toEqual(whole)
      }),
      { numRuns: 50 }
    )
  })

  it('tells of broken entries by their index, and gives the rest', async () => {
    const broken = [null, 'x', 7, [], {}, { item: { '@type': 'ClaimReview', claimReviewed: 7, url: 'x' } }]
    expect(told(await read(feedOf(item('a'), ...broken, item('b'))))).toEqual([
      [0, 'a', ''],
      [1, '', '/dataFeedElement/1 is null that holds no ClaimReview'],
      [2, '', '/dataFeedElement/2 is "x" that holds no ClaimReview'],
      [3, '', '/dataFeedElement/3 is 7 that holds no ClaimReview'],
      [4, '', '/dataFeedElement/4 is an empty list that holds no ClaimReview'],
      [5, '', '/dataFeedElement/5 is an object that holds no ClaimReview'],
      [6, '', '/dataFeedElement/6/item/url is "x": give an absolute http or https URL'],
      [7, 'b', '']
    ])
    const [half] = await read(feedOf({ item: [review('a'), { ...review('b'), datePublished: 'May' }] }))
    expect(half?.reviews).toHaveLength(1)
    expect(half?.problems[0]?.pointer).toBe('/dataFeedElement/0/item/1/datePublished')
  })

  it('says that a feed is cut short, wherever it is', async () => {
    const text = feedOf(item('a'), item('b'))
    for (let end = 1; end < text.length; end++) {
      const entries = await read(text.slice(0, end))
      expect(entries.at(-1)?.problems[0]?.reason).toMatch(/^is cut short/)
      expect(entries.length).toBe((entries.at(-1)?.index ?? 0) + 1)
    }
  })

  it('gives what stands before broken JSON, and says where it breaks', async () => {
    const text = feedOf(item('a'), item('b')).replace('"b"', '"b')
    expect(told(await read(text))).toEqual([
      [0, 'a', ''],
      [1, '', expect.stringMatching(/^\/dataFeedElement\/1 is (?:not JSON|cut short)/)]
    ])
    expect(told(await read(`${feedOf(item('a'))} {`)).at(-1)?.[2]).toMatch(/is not JSON/)
  })

  it('takes white space around, a byte order mark, and a lone entry', async () => {
    const text = feedOf(item('a'))
    expect(told(await read(`\n${text}\n\n`))).toEqual([[0, 'a', '']])
    expect(told(await read(new TextEncoder().encode(`\ufeff${text}`)))).toEqual([[0, 'a', '']])
    expect(told(await read(JSON.stringify({ dataFeedElement: item('a') })))).toEqual([[0, 'a', '']])
  })

  it.each([
    ['', /^ is empty/],
    ['{}', /^ has no dataFeedElement/],
    ['[]', /^ has no dataFeedElement/],
    ['7 ', /^ has no dataFeedElement/],
    ['<html>', /is not JSON/]
  ])('says that %j is no feed', async (text, reason) => {
    expect(told(await read(text))).toEqual([[0, '', expect.stringMatching(reason)]])
  })

  it('has no entries where the feed has none', async () => {
    expect(await read(feedOf())).toEqual([])
  })

  it('passes on what the source throws, and closes it where reading stops', async () => {
    const failing = (async function* () {
      yield '{'
      throw new Error('the line went dead')
    })()
    await expect(read(failing)).rejects.toThrow('the line went dead')

    let isClosed = false
    const stream = new ReadableStream<string>({
      pull: (controller) => controller.enqueue(feedOf(item('a'), item('b')).slice(0, -2)),
      cancel: () => {
        isClosed = true
      }
    })
    for await (const { index } of readFeed(stream)) if (index === 0) break
    expect(isClosed).toBe(true)
  })

  it('takes no more memory for a long feed than for a short one', async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const entry = `${JSON.stringify(item('x'.repeat(200)))},`
    async function* chunks(number: number) {
      yield '{"dataFeedElement":['
      for (let index = 0; index < number; index++) yield entry
      yield '{}]}'
    }
    const usedAfter = async (number: number) => {
      let used = 0
      for await (const { index } of readFeed(chunks(number)))
        if (index === number - 1) {
          collect()
          used = process.memoryUsage().heapUsed
        }
      return used
    }
    await usedAfter(100)
    const short = await usedAfter(100)
    // 10 MB of feed.
    expect((await usedAfter(20_000)) - short).toBeLessThan(2_000_000)
  }, 60_000)
})

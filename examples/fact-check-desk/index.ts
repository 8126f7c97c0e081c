/** Articles in, the claims worth checking out; a person's verdict makes one ClaimReview: `index.ts [ARTICLES [REVIEW [MARKUP]]]`. */
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseReview, ReviewError } from '@saywho/claimreview'
import { type Attribution, type Extraction, extract, type Page, toClaimReview } from 'saywho'

/** What is less sure than this costs a reader more time than it saves. */
const SURE_ENOUGH = 0.5

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const [
  articles = here('articles.ndjson'),
  reviewFile = here('../seed-review.json'),
  out = here('../../out/fact-check-desk.json')
] = process.argv.slice(2)

const isWorthChecking = ({ act, negative, sourceIds, confidence }: Attribution) =>
  act === 'statement' && !negative && sourceIds.length > 0 && confidence >= SURE_ENOUGH

function printClaims({ attributions, sources }: Extraction, { url }: Page): void {
  const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
  console.log(url)
  for (const { id, sourceIds, cue, content } of attributions.filter(isWorthChecking)) {
    const who = sourceIds.map((id) => nameOf.get(id)).join(', ')
    const [how, what] = [cue, content].map((spans) => spans.map(({ text }) => text).join(' … '))
    console.log(`  ${id} | ${who} | ${how} | ${what}`)
  }
}

try {
  const review = parseReview(JSON.parse(readFileSync(reviewFile, 'utf8')))
  let reviewed: { extraction: Extraction; page: Page } | undefined
  let line = 0
  for await (const json of createInterface({ input: createReadStream(articles), crlfDelay: Infinity })) {
    line++
    try {
      const { text, ...page }: { text: string } & Page = JSON.parse(json)
      const extraction = extract(text)
      printClaims(extraction, page)
      if (extraction.attributions.some(({ id }) => id === review.claimId)) reviewed ??= { extraction, page }
    } catch (error) {
      // One article that can't be read is no reason to miss the others.
      console.error(`${articles}: line ${line}: ${(error as Error).message}`)
      process.exitCode = 1
    }
  }
  if (reviewed === undefined)
    throw new ReviewError([`/claimId: no article has the claim ${JSON.stringify(review.claimId)}`])
  const { markup, warnings } = toClaimReview(reviewed.extraction, review, reviewed.page)
  for (const { pointer, reason, advice } of warnings)
    console.error(`${reviewFile}: ${pointer} ${reason}: ${advice}`)
  mkdirSync(dirname(out), { recursive: true })
  writeFileSync(out, `${JSON.stringify(markup, null, 2)}\n`)
  console.log(`reviewed: ${review.claimId}, ${review.rating.alternateName}`)
} catch (error) {
  if (!(error instanceof ReviewError)) throw error
  for (const problem of error.problems) console.error(`${reviewFile}: ${problem}`)
  process.exitCode = 1
}

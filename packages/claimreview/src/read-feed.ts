import { Tokenizer, TokenParser } from '@streamparser/json'
import { isIsoDate, isWebAddress } from './check-values.ts'
import { isFields } from './fields.ts'
import { type Chunk, iterateChunks, type ReadableChunks } from './iterate-chunks.ts'
import { pointTo } from './point-to.ts'
import type { Problem, PublishedReview } from './published-review.ts'
import { readClaimReview } from './read-claim-review.ts'

/** UTF-8 or text, whole or in chunks that end anywhere. */
export type FeedSource = Chunk | AsyncIterable<Chunk> | Iterable<Chunk> | ReadableChunks

/** One entry of a feed. With `problems` it is broken, in whole or in part. */
export interface FeedEntry {
  /** Its place in `dataFeedElement`, from 0. */
  index: number
  /** The page that the reviews stand on, where the entry tells it. */
  url: string | null
  /** ISO 8601. */
  dateCreated: string | null
  /** ISO 8601. */
  dateModified: string | null
  /** The reviews that could be read. */
  reviews: PublishedReview[]
  /** Why others could not, with JSON pointers into the feed. */
  problems: Problem[]
}

/**
 * Reads a schema.org `DataFeed` of ClaimReviews, the form that such markup is published in for all to use, entry by
 * entry: it takes no more memory than a chunk and an entry do.
 *
 * An entry that is no markup is given with its `index` and its problems, and the rest goes on. Where the JSON itself is
 * broken or ends early nothing can be told of what follows: a last entry says so. So it does of an empty source and of
 * JSON that has no `dataFeedElement`; a feed of none has no entries.
 *
 * @param source the feed, as a `fetch` body, a stream of Node's, a list of chunks or a string has it.
 * @throws what reading the source throws.
 * @see https://schema.org/DataFeed
 */
export async function* readFeed(source: FeedSource): AsyncGenerator<FeedEntry, void, undefined> {
  const parser = new FeedParser()
  for await (const chunk of iterateChunks(source)) {
    yield* parser.write(chunk)
    if (parser.isBroken) return
  }
  yield* parser.end()
}

const LIST = 'dataFeedElement'

class FeedParser {
  isBroken = false
  readonly #tokenizer = new Tokenizer()
  readonly #parser = new TokenParser({ paths: [`$.${LIST}.*`], keepStack: false })
  /** Entries that the last chunk completed. */
  #ready: FeedEntry[] = []
  /** JSON-LD takes a lone entry for a list of one; the parser gives it field by field. */
  readonly #lone = new Map<string, unknown>()
  #count = 0
  #isStarted = false
  #hasList = false

  constructor() {
    this.#tokenizer.onToken = (token) => {
      this.#isStarted = true
      if (token.value === LIST) this.#hasList = true
      this.#parser.write(token)
    }
    this.#parser.onValue = ({ key, value }) => {
      if (typeof key === 'string') this.#lone.set(key, value)
      else this.#ready.push(toEntry(value, this.#count++))
    }
  }

  *write(chunk: Chunk): Generator<FeedEntry> {
    try {
      this.#tokenizer.write(chunk)
    } catch (error) {
      this.isBroken = true
      yield* this.#take()
      yield this.#toProblem(`is not JSON, and what follows can't be read: ${(error as Error).message}`)
      return
    }
    yield* this.#take()
  }

  *end(): Generator<FeedEntry> {
    if (!this.#isStarted) yield this.#toProblem('is empty', '')
    else if (!this.#parser.isEnded) yield this.#toProblem('is cut short: the feed ends before its JSON does')
    else if (!this.#hasList) yield this.#toProblem(`has no ${LIST}`, '')
    else if (this.#lone.size > 0) yield toEntry(Object.fromEntries(this.#lone), 0)
  }

  *#take(): Generator<FeedEntry> {
    const ready = this.#ready
    this.#ready = []
    yield* ready
  }

  #toProblem(reason: string, pointer = pointTo('', LIST, this.#count)): FeedEntry {
    const problems = [{ pointer, reason }]
    return { index: this.#count, url: null, dateCreated: null, dateModified: null, reviews: [], problems }
  }
}

function toEntry(element: unknown, index: number): FeedEntry {
  const { url, dateCreated, dateModified } = isFields(element) ? element : {}
  const { reviews, problems } = readClaimReview(element)
  const place = pointTo('', LIST, index)
  return {
    index,
    url: isWebAddress(url) ? url : null,
    dateCreated: isIsoDate(dateCreated) ? dateCreated : null,
    dateModified: isIsoDate(dateModified) ? dateModified : null,
    reviews,
    problems: problems.map(({ pointer, reason }) => ({ pointer: place + pointer, reason }))
  }
}

import { parseReview, ReviewError, toClaimReview } from '@saywho/claimreview'
import type { Extraction, ExtractOptions, Page } from '@saywho/core'
import { extract, toJsonLd } from 'saywho'
import { readHtml } from 'saywho/html'
import { checkFields } from './check-fields.ts'
import type { FieldError } from './find-field-errors.ts'
import type { Answer, Job } from './job.ts'
import { describeProblem, Problem } from './problem.ts'

/** A text or page as it was sent, checked. */
interface SentDocument extends ExtractOptions, Partial<Page> {
  id?: string | number
  text?: string
  html?: string
}

/** A claim as it was sent with its review, checked but for the review. */
interface SentClaim {
  extraction: Extraction
  review: object
  page: Page
}

/** Answers a request: what was asked for, or what is wrong with it. */
export function answerJob(job: Job): Answer {
  try {
    const result = perform(job)
    const mediaType = job.operation === 'jsonld' ? 'application/ld+json' : 'application/json'
    return { status: 200, mediaType, body: new TextEncoder().encode(JSON.stringify(result)) }
  } catch (error) {
    if (error instanceof Problem) return describeProblem(error)
    throw error
  }
}

function perform(job: Job): object {
  if (job.operation === 'claimreview') return review(readJson(job))
  const sent = readDocument(job)
  return job.operation === 'extract' ? find(sent) : markUp(sent)
}

function find(sent: SentDocument): object {
  const { extraction } = read(sent)
  return sent.id === undefined ? extraction : { id: String(sent.id), ...extraction }
}

function markUp(sent: SentDocument): object {
  const { extraction, page } = read(sent)
  const { minConfidence } = sent
  try {
    // It checks that the page has an address.
    return toJsonLd(extraction, page as Page, minConfidence === undefined ? {} : { minConfidence })
  } catch (error) {
    if (error instanceof TypeError) throw toProblem([error.message], { page: '' }) ?? error
    throw error
  }
}

/** What was found in a document, and what is told of its page, by the document itself where nothing else tells. */
function read({ id, text, html, minConfidence, acts, people, ...page }: SentDocument): {
  extraction: Extraction
  page: Partial<Page>
} {
  const options = {
    ...(minConfidence === undefined ? {} : { minConfidence }),
    ...(acts === undefined ? {} : { acts }),
    ...(people === undefined ? {} : { people })
  }
  if (html === undefined) return { extraction: extract(text!, options), page }
  const { extraction, page: own } = readHtml(html, options)
  return { extraction, page: { ...own, ...page } }
}

function review(sent: unknown): object {
  checkFields(sent, 'ReviewedClaim')
  const { extraction, review, page } = sent as SentClaim
  try {
    return toClaimReview(extraction, parseReview(review), page)
  } catch (error) {
    if (!(error instanceof ReviewError)) throw error
    throw toProblem(error.problems, { '': '/review', review: '/review', page: '/page' }) ?? error
  }
}

/** The document that a request holds; what its query says of it stands behind what it says itself. */
function readDocument(job: Job): SentDocument {
  const told = readQuery(job.query)
  checkFields(told, 'Query')
  const body = readBody(job)
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body)
  const sent: unknown = isObject ? { ...told, ...body } : body
  checkFields(sent, isObject && Object.hasOwn(body, 'html') ? 'HtmlDocument' : 'TextDocument')
  return sent as SentDocument
}

function readBody(job: Job): unknown {
  if (job.mediaType === 'application/json') return readJson(job)
  return { [job.mediaType === 'text/html' ? 'html' : 'text']: readText(job) }
}

function readQuery(query: string): object {
  const fields = new Map<string, unknown>(new URLSearchParams(query))
  const minConfidence = fields.get('minConfidence')
  // What is no number stays as it is, and is told as such.
  if (typeof minConfidence === 'string' && /^-?\d*\.?\d+(?:e[+-]?\d+)?$/i.test(minConfidence))
    fields.set('minConfidence', Number(minConfidence))
  const acts = fields.get('acts')
  if (typeof acts === 'string' && acts !== 'all') fields.set('acts', acts.split(','))
  return Object.fromEntries(fields)
}

function readJson(job: Job): unknown {
  const text = readText(job)
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem(400, 'The body is not JSON.')
  }
}

function readText({ body }: Job): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new Problem(400, 'The body is not UTF-8.')
  }
}

/**
 * What a package found wrong, by the fields of the request; null where a message names none of them.
 *
 * @param places where in the body stands what a message calls by these names.
 */
function toProblem(messages: readonly string[], places: Readonly<Record<string, string>>): Problem | null {
  const errors: FieldError[] = []
  for (const message of messages) {
    const [, name = '', path = '', detail] = /^(\w*)((?:[./]\w+)*):? (.*)$/s.exec(message) ?? []
    const place = places[name]
    if (place === undefined || detail === undefined) return null
    errors.push({ pointer: place + path.replaceAll('.', '/'), detail })
  }
  return new Problem(422, 'See errors for what is wrong.', { errors })
}

import type { FieldError } from './find-field-errors.ts'
import type { Answer } from './job.ts'

const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  504: 'Gateway Timeout'
}

/** What keeps a request from being answered. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: keyof typeof TITLES
  readonly headers: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]

  /** @param detail what is wrong, and what to do about it, for the one who asked. */
  constructor(
    status: keyof typeof TITLES,
    detail: string,
    { headers = {}, errors = [] }: { headers?: Record<string, string>; errors?: readonly FieldError[] } = {}
  ) {
    super(detail)
    this.status = status
    this.headers = headers
    this.errors = errors
  }
}

/** A problem as RFC 9457 writes it. */
export function describeProblem({ status, message, errors }: Problem): Answer {
  const its = { title: TITLES[status], status, detail: message, ...(errors.length > 0 ? { errors } : {}) }
  return {
    status,
    mediaType: 'application/problem+json',
    body: new TextEncoder().encode(JSON.stringify(its))
  }
}

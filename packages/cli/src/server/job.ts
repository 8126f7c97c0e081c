/** What can be asked for by POST, after the path. */
export type Operation = 'extract' | 'jsonld' | 'claimreview'
export const OPERATIONS: readonly Operation[] = ['extract', 'jsonld', 'claimreview']

/** What a body can be. */
export type MediaType = 'application/json' | 'text/plain' | 'text/html'
export const MEDIA_TYPES: readonly MediaType[] = ['application/json', 'text/plain', 'text/html']

/** A request as it came, so that all reading of it can be done in another thread: plain data. */
export interface Job {
  operation: Operation
  mediaType: MediaType
  /** What follows the question mark of the address; `''` for nothing. */
  query: string
  body: ArrayBuffer
}

/** A response, as plain data. */
export interface Answer {
  status: number
  mediaType: string
  /** In UTF-8. */
  body: Uint8Array<ArrayBuffer>
}

/** What can be asked for by POST, after the path. */
export const OPERATIONS = ['extract', 'jsonld', 'claimreview'] as const
export type Operation = (typeof OPERATIONS)[number]

export const MEDIA_TYPES = ['application/json', 'text/plain', 'text/html'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

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

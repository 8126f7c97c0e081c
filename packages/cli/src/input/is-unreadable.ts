/** Whether a reader that calls itself for each level gave up on a document that is nested too deep. */
export const isUnreadable = (error: unknown): boolean =>
  error instanceof RangeError && /call stack/.test(error.message)

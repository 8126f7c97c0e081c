import type { Extraction, ExtractOptions } from '@saywho/core'

/** How a text is read: as it is, or as a page's HTML. */
export type Form = 'text' | 'html'

/** What the page asks its worker. */
export interface Question {
  text: string
  form: Form
  options: ExtractOptions
}

export interface NumberedQuestion extends Question {
  number: number
}

/** What the worker answers; an error is its message. */
export type NumberedAnswer = { number: number; extraction: Extraction } | { number: number; error: string }

import type { Act } from '@saywho/core'
import type { Form } from '../reading/question.ts'

/** What a link shares: a text and how it is to be read. */
export interface Shared {
  text: string
  form: Form
  minConfidence: number
  acts: Act[]
}

/** What a fragment of ours begins with; the figure goes up when older pages could not read it any more. */
export const MARK = '#text1='
/** The longest link that is made: browsers take far longer ones, mail and chat programs do not. */
export const LONGEST_LINK = 32_000
/** The most characters that a link may unfold to: a short one could fill the memory otherwise. */
export const LONGEST_TEXT = 2_000_000

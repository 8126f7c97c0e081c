import type { TokenRange } from '../text/token-table.ts'
import type { Act } from '../types.ts'

/** An attribution as one rule sees it, before rivals are settled. */
export interface Candidate {
  readonly rule: RuleName
  readonly cue: readonly TokenRange[]
  readonly source: readonly TokenRange[]
  readonly content: readonly TokenRange[]
  readonly act: Act
  readonly negative: boolean
}

/** What may find an attribution. */
export type RuleName =
  | 'clause'
  | 'quotation'
  | 'infinitive'
  | 'object'
  | 'prepositional-object'
  | 'as-clause'
  | 'according-to'
  | 'noun'

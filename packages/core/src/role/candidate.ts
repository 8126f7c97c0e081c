import type { TokenRange } from '../text/token-table.ts'

/** An attribution before it is put into the words of the contract. */
export interface Candidate {
  /** What found it. */
  readonly rule: string
  /** The cue's head; -1 where nothing attributes but structure. */
  readonly head: number
  readonly source: readonly TokenRange[]
  readonly content: readonly TokenRange[]
  /** How likely it is right, 0 to 1, as the trees have it. */
  readonly score: number
}

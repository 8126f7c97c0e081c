import type { TokenRange } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'

/** A span that names a source. */
export interface Mention {
  readonly range: TokenRange
  /** The token that says what it is: the noun that all else hangs on, or the pronoun. */
  readonly head: number
  /** Its proper name, if it holds one. */
  readonly name: TokenRange | null
  /** Words before or after the name that say what office its bearer has. */
  readonly role: TokenRange | null
  readonly kind: 'name' | 'pronoun' | 'description'
  readonly type: SourceType
}

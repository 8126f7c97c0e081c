import type { Complement } from '../language.ts'
import type { TokenRange } from '../text/token-table.ts'
import type { Act } from '../types.ts'

/** Words that attribute. */
export interface Cue {
  readonly kind: 'verb' | 'noun' | 'adjective' | 'preposition'
  /** The word that says how: a verb, a noun, "according". */
  readonly head: number
  /** Where to look for subject and complements: the verb that an adjective leans on, else the head. */
  readonly governor: number
  readonly tokens: readonly TokenRange[]
  readonly act: Act
  readonly complements: readonly Complement[]
  readonly negative: boolean
}

import type { Gender } from '../language.ts'
import type { TokenRange } from '../text/token-table.ts'
import type { SourceType } from '../types.ts'

/** A noun phrase or pronoun that names somebody or something. */
export interface Mention {
  /** The whole phrase. */
  readonly range: TokenRange
  /** The token that says what it is: the noun that all else hangs on, or the pronoun. */
  readonly head: number
  readonly kind: 'name' | 'pronoun' | 'description'
  /** Its proper name, titles off, if it holds one. */
  readonly name: TokenRange | null
  /** Words before or after the name that say what office its bearer has, articles off. */
  readonly role: TokenRange | null
  readonly type: SourceType
  /** How sure the type is: 2 told by a word, 1 by where it stands, 0 a guess from the capital letter. */
  readonly certainty: 0 | 1 | 2
  /** Whether its words tell that it is a person, or people. */
  readonly isPersonal: boolean
  /** Null where the words do not tell. */
  readonly gender: Gender | null
  readonly plural: boolean
}

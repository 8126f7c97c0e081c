import type { SourceLexicon } from '../language.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import type { TokenRange, TokenTable } from '../text/token-table.ts'
import type { Entity } from './entity.ts'
import { firstFrom, type SourceContext } from './source-context.ts'

/** What is known at a mention when its antecedent is looked for. */
export interface Resolving {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  readonly context: SourceContext
  readonly entityOf: Int32Array
  readonly entities: readonly Entity[]
  readonly sources: SourceLexicon
  /** The latest mention of each entity before this one; -1 for none. */
  readonly latest: readonly number[]
  /** How often each was mentioned before this one. */
  readonly times: readonly number[]
  /** Of the entities before this mention, the latest first, no more than are asked. */
  readonly recent: readonly number[]
  /** The entity that was last said to say something; -1 for none. */
  readonly speaker: number
  /** The mention that it was said by; -1 for none. */
  readonly lastSource: number
}

export function lastMentionOf({ mentions, latest }: Resolving, entity: number): Mention {
  return mentions[latest[entity]!]!
}

/** The entity of the mention with such a head; -1 for none. */
export function entityAt({ mentions, entityOf }: Resolving, head: number): number {
  const index = head < 0 ? -1 : firstFrom(mentions, head)
  return mentions[index]?.head === head ? entityOf[index]! : -1
}

export function textOf({ text, start, end }: TokenTable, { from, to }: TokenRange): string {
  return text.slice(start[from]!, end[to - 1]!)
}

import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSubject } from '../tagging/relations.ts'
import { firstFrom } from './source-context.ts'

/** So many mentions are looked at, the last first: a sentence may be long, and asked of often. */
const MOST_ASKED = 50

/** The last subject in a stretch of tokens, outside of quotations, that is a person or an organisation, by its mention; -1 for none. */
export function findLastSubject(
  { tree, quotations }: Reading,
  mentions: readonly Mention[],
  entityOf: Int32Array,
  from: number,
  to: number
): number {
  const { relation } = tree.syntax
  const last = firstFrom(mentions, to) - 1
  for (let index = last; index >= 0 && last - index < MOST_ASKED && mentions[index]!.head >= from; index--) {
    const { head, type } = mentions[index]!
    const isSomebody = entityOf[index]! >= 0 && (type === 'person' || type === 'organization')
    if (isSubject(relation[head]!) && isSomebody && quotations.outermost[head]! < 0) return index
  }
  return -1
}

import type { Language } from '../language.ts'
import { describeMention } from '../mention/describe-mention.ts'
import { findMentions, phraseOf } from '../mention/find-mentions.ts'
import type { Mention } from '../mention/mention.ts'
import type { Reading } from '../quotation/reading.ts'
import type { Candidate } from '../role/candidate.ts'
import { Relation } from '../tagging/relations.ts'
import { holdsToken } from '../text/holds-token.ts'
import type { TokenRange } from '../text/token-table.ts'
import { findPhraseHead } from './find-phrase-head.ts'
import type { Post } from './find-posts.ts'
import { findSourceHeads } from './find-source-heads.ts'
import { firstFrom } from './source-context.ts'

/**
 * All mentions of the text, in the order of their heads, with those that the words of attributions' sources name: `mentionsOf` holds
 * them, by index, for each attribution. A source's words are the mention's phrase where they name one only.
 */
export function collectMentions(
  reading: Reading,
  attributions: readonly Pick<Candidate, 'source'>[],
  posts: readonly Post[],
  language: Language
): { mentions: Mention[]; mentionsOf: number[][] } {
  const { head: governors, relation } = reading.tree.syntax
  const byHead = new Map(findMentions(reading, language).map((mention) => [mention.head, mention]))
  const isNamed = new Set<number>()
  for (const { name } of byHead.values())
    if (name !== null) for (let token = name.from; token < name.to; token++) isNamed.add(token)
  // Handles, which no capital tells: "ana_b".
  const writers = new Set<number>()
  for (const { name } of posts)
    if (!isNamed.has(name.from)) {
      byHead.set(name.to - 1, describeWriter(name))
      writers.add(name.to - 1)
    }
  const headsOf = attributions.map(({ source }) =>
    source.flatMap((range) => {
      const heads = findSourceHeads(reading, range, language)
      for (const head of heads)
        if (heads.length === 1 && isWhole(range, head) && !writers.has(head))
          byHead.set(head, describeMention(reading, range, head, language))
        else if (!byHead.has(head))
          byHead.set(head, describeMention(reading, phraseOf(reading, head), head, language))
      return heads
    })
  )
  const mentions = [...byHead.values()].sort((a, b) => a.head - b.head)
  return {
    mentions,
    mentionsOf: headsOf.map((heads) => [...new Set(heads.map((head) => firstFrom(mentions, head)))])
  }

  function describeWriter(name: TokenRange): Mention {
    const head = name.to - 1
    return {
      range: name,
      head,
      kind: 'name',
      name,
      role: null,
      type: 'person',
      certainty: 2,
      isPersonal: true,
      gender: null,
      plural: false
    }
  }

  /** Whether a range's words are all said of a token in it: no possessor or author of something else. */
  function isWhole(range: TokenRange, head: number): boolean {
    const governor = governors[head]!
    const isTop = governor < range.from || governor >= range.to
    return (
      holdsToken([range], head) &&
      (isTop || relation[head] === Relation.conj || head === findPhraseHead(reading, range, language))
    )
  }
}

import type { SourceLexicon } from '../language.ts'
import { isOneOfGroup } from '../mention/is-one-of-group.ts'
import type { Mention } from '../mention/mention.ts'
import { nounAt } from '../mention/noun-at.ts'
import type { Reading } from '../quotation/reading.ts'
import { trimTitle } from '../text/trim-title.ts'
import { type Entity, isSexed } from './entity.ts'
import { isPress } from './is-press.ts'

/** Whether nothing in the words forbids that a pronoun or a description means an entity: its sex and number, what it is, which office or trade it has. */
export function mayBe(
  reading: Reading,
  mentions: readonly Mention[],
  mention: Mention,
  entity: Entity,
  sources: SourceLexicon
): boolean {
  const { lower } = reading.tokens
  const { kind, head, plural, gender, type } = mention
  const { named, described } = entity
  if (kind === 'description') {
    // "the filing" is nobody.
    if (type === 'document' && entity.type === 'person' && entity.certainty === 2) return false
    // "the paper" may be a newspaper
    if (type === 'document' && entity.type === 'organization' && named.length > 0 && !isNewspaper())
      return false
    // "the woman" is no man
    if (isSexed(gender) && isSexed(entity.gender) && gender !== entity.gender) return false
    if (plural !== entity.plural && named.length === 0) return false
    return !isOfOtherOffice() && !isOfOtherPeople() && !isOfOtherNoun()
  }
  if (isSexed(gender))
    return (
      (entity.isPersonal || entity.type === 'unnamed') &&
      !entity.plural &&
      (entity.gender === null || entity.gender === gender)
    )
  if (gender === 'neuter') return entity.type !== 'person' && !entity.plural
  return entity.type !== 'person' || entity.plural

  function isNewspaper(): boolean {
    return (
      sources.pressNouns.has(lower[head]!) &&
      named.some((other) => isPress(reading.tokens, mentions[other]!, sources))
    )
  }

  /** The prime minister, or her lawyer, is not the mayor. */
  function isOfOtherOffice(): boolean {
    const word = lower[head]!
    if (!sources.publicOffices.has(word)) return false
    const nouns = [
      ...described.map((other) => lower[mentions[other]!.head]!),
      ...named.flatMap((other) => {
        const { role } = mentions[other]!
        return role === null ? [] : lower.slice(role.from, role.to).map(trimTitle)
      })
    ].map((noun) => sources.titleForms.get(noun) ?? noun)
    const isOffice = (noun: string) => sources.publicOffices.has(noun) || sources.servingNouns.has(noun)
    return nouns.some(isOffice) && !nouns.includes(sources.titleForms.get(word) ?? word)
  }

  /** "The American" is not who was called "the Serb". */
  function isOfOtherPeople(): boolean {
    const isPeople = (word: string) => isOneOfGroup(word, sources) && !sources.factions.has(word)
    const word = lower[head]!
    if (!isPeople(word)) return false
    const nouns = described.map((other) => lower[mentions[other]!.head]!)
    return nouns.some(isPeople) && !nouns.includes(word)
  }

  /**
   * "The tenant" is not "the landlord" of whom the text told as of somebody known; "the man" may be, and so may whoever was introduced as "a landlord" or has a
   * name.
   */
  function isOfOtherNoun(): boolean {
    const first = mentions[described[0]!]
    const isKnown = first !== undefined && sources.definite.has(lower[first.range.from]!)
    if (plural || named.length > 0 || !isKnown) return false
    const isTelling = (noun: number) => {
      const its = nounAt(reading, noun)
      return sources.personNouns.has(its) && !sources.looseNouns.has(its)
    }
    return (
      isTelling(head) &&
      described.every((other) => {
        const noun = mentions[other]!.head
        return isTelling(noun) && nounAt(reading, noun) !== nounAt(reading, head)
      })
    )
  }
}

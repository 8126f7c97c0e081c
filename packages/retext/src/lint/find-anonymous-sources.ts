import type { Source, Span } from '@saywho/core'
import { english } from '@saywho/english'
import { isBoolean, type Rule, show } from './rule.ts'

export interface AnonymousSourceOptions {
  /**
   * Whether a source is let be where the text says why it is not named.
   * @default false
   */
  allowReason?: boolean
}

const WITHOUT =
  'A source that is not named can be held to nothing. Name it, or say why it is not named and how it comes to know.'
const WITH = 'Look whether the reason holds, and whether the text says how the source comes to know.'

/** Words after which a description goes on that has named its head: "a person with knowledge of". */
const AFTER_HEAD =
  /^(?:about|and|at|briefed|close|familiar|for|from|in|inside|near|of|on|that|to|who|whom|whose|with)$/
/** The end of a description that is somebody's name after all. */
const FULL_NAME = /\p{Lu}[\p{Ll}.]+ \p{Lu}[\p{L}'’.-]+$/u

/**
 * Sources that are not named, each where it is first said to have said something, with the reason that the text gives. One
 * that is but a pronoun or a crowd ("many", "the left") is let be, and so is what others are quoted as having heard.
 */
export const anonymousSource: Rule<Required<AnonymousSourceOptions>> = {
  id: 'anonymous-source',
  defaults: { allowReason: false },
  expected: { allowReason: [isBoolean, 'true or false'] },
  find({ extraction }, { allowReason }) {
    const first = new Map<string, Span>()
    for (const { act, negative, parentId, source, sourceIds } of extraction.attributions)
      if (
        act === 'statement' &&
        !negative &&
        parentId === null &&
        source.length > 0 &&
        !isRelative(source[0]!)
      )
        for (const id of sourceIds) if (!first.has(id)) first.set(id, source[0]!)
    const anonymous = extraction.sources.filter((source) => source.anonymous && first.has(source.id))
    // A reason is told of all sources of its sentence: it is that of those who bear no name.
    const unnamed = new Set(anonymous.filter(isUnnamed).map(({ reason }) => reason?.start))
    return anonymous
      .filter((source) =>
        source.reason === null
          ? isUnnamed(source) && isPerson(source)
          : isUnnamed(source) || !unnamed.has(source.reason.start)
      )
      .filter(({ reason }) => !(allowReason && reason !== null))
      .map(({ id, name, reason }) => ({
        start: first.get(id)!.start,
        end: first.get(id)!.end,
        reason:
          reason === null
            ? `Source ${show(name)} is not named, and the text does not say why`
            : `Source ${show(name)} is not named; the text says why: ${show(reason.text)}`,
        note: reason === null ? WITHOUT : WITH
      }))
  }
}

const isRelative = ({ text }: Span): boolean => english.sources.relativePronouns.has(text.toLowerCase())
const isUnnamed = ({ type }: Source): boolean => type === 'unnamed'

/** Whether a description is one of a person or of people by what they are: "a senior official", "people familiar with the talks". */
function isPerson({ name, mentions }: Source): boolean {
  if (FULL_NAME.test(name)) return false
  const words = name.split(/[\s,]+/)
  const after = words.findIndex((word, index) => index > 0 && AFTER_HEAD.test(word))
  const noun = words[after < 0 ? words.length - 1 : after - 1]!
  const head = noun.toLowerCase()
  const { articles, personNouns } = english.sources
  // Cooks and weavers may bear that name.
  const article = (mentions[0]?.text ?? '').split(' ', 1).join().toLowerCase()
  if (noun !== head && personNouns.has(head) && !articles.has(article)) return false
  return head === 'people' || personNouns.has(head) || personNouns.has(english.stem(head, 'plural'))
}

import type { SourceLexicon } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { isSpacedBefore, opensSentence, type TokenRange } from '../text/token-table.ts'
import { trimTitle } from '../text/trim-title.ts'
import { isOneOfGroup } from './is-one-of-group.ts'
import { isForce, isInnerWord, isOrganizationWord, isPersonNoun, isPlaceWord } from './words-of-names.ts'

/** A run of words with capitals without what stands before the name itself: offices, parties, places and employers. */
export function trimOffices(
  { tokens, tree }: Pick<Reading, 'tokens' | 'tree'>,
  { from, to }: TokenRange,
  sources: SourceLexicon
): TokenRange {
  let start = from
  // "Startup Velora said"
  if (to - from > 1 && sources.openingNouns.has(tokens.lower[from]!) && opensSentence(tokens, from))
    return trimOffices({ tokens, tree }, { from: from + 1, to }, sources)
  // "Mr. House"
  if (to - from === 2 && sources.courtesyTitles.has(trimTitle(tokens.lower[from]!)))
    return { from: from + 1, to }
  const last = tokens.lower[to - 1]!
  // "Larne Mayor Don Guardian"
  const isTitled =
    to - from > 2 &&
    sources.titles.has(trimTitle(tokens.lower[to - 3]!)) &&
    sources.firstNames.has(tokens.lower[to - 2]!)
  if (isTitled) return { from: to - 2, to }
  if (isOrganizationWord(last, sources) || sources.documentNouns.has(last)) return { from, to }
  // "the Hale Center for Consumer Life"
  for (let token = from; token + 1 < to; token++)
    if (isOrganizationWord(tokens.lower[token]!, sources) && tokens.form[token + 1] === 'for')
      return { from, to }
  for (let token = from; token < to - 1; token++) {
    const word = trimTitle(tokens.lower[token]!)
    const isOffice =
      (!sources.firstNames.has(word) || (token > from && sources.firstNames.has(tokens.lower[token + 1]!))) &&
      !sources.honorifics.has(word) &&
      (sources.titles.has(word) ||
        sources.courtesyTitles.has(word) ||
        isPersonNoun({ tokens, tree }, token, sources) ||
        sources.personNouns.has(word) ||
        // "Det Con"
        (token > from && sources.titleForms.has(`${tokens.lower[token - 1]} ${word}`)))
    const isJoined = isInnerWord(tokens.form[token + 1]!, sources) || tokens.lower[token + 1] === 'of'
    if (isOffice && !isJoined && isSpacedBefore(tokens, token + 1)) start = token + 1
  }
  // "Democrat Ana Brandt", "Democrat Brandt"; no name but a person's begins so
  const isOne =
    to - from > 2 &&
    isOneOfGroup(tokens.lower[from]!, sources) &&
    sources.firstNames.has(tokens.lower[from + 1]!)
  if (isOne || (to - from > 1 && sources.partisans.has(tokens.lower[from]!)))
    start = Math.max(start, from + 1)
  // "Chief of Staff Ana Brandt"
  for (let token = from; token < to - 1; token++)
    if (tokens.lower[token] === 'staff' && tokens.lower[token - 1] === 'of')
      start = Math.max(start, token + 1)
  // "Superintendent of Police M. Cole", "Superintendent of Police Zelda Cole"
  const isOfOffice = tokens.lower[from - 1] === 'of' && sources.titles.has(tokens.lower[from - 2]!)
  if (
    start === from &&
    to - from > 2 &&
    isForce(tokens, from, sources) &&
    (INITIAL.test(tokens.form[from + 1]!) || (isOfOffice && !isPlaceWord(last, sources)))
  )
    start = from + 1
  // "United States Hamdullah Mohib": two names after a place's are a person's.
  let place = from
  while (place < to && isPlaceWord(tokens.lower[place]!, sources)) place++
  if (start === from && place - from > 1 && to - place > 1) start = place
  // "Eyewitness Kayleigh Marsh", "Secretary of State Jonas Weil"
  const [opener, next] = [tokens.lower[from]!, tokens.lower[from + 1]!]
  if (
    start === from &&
    to - from > 2 &&
    ((opensSentence(tokens, from) && isWordOfOffice(opener, sources)) ||
      /^(?:in|of|the)$/.test(tokens.lower[from - 1]!)) &&
    opener.length > 4 &&
    !sources.firstNames.has(opener) &&
    sources.firstNames.has(next) &&
    !next.includes('-')
  )
    start = from + 1
  // "Texas Amneh Jafari": a first name that follows a place or an organisation begins the person's.
  if (start === from)
    for (let token = from + 1; token < to - 1; token++)
      if (
        sources.firstNames.has(tokens.lower[token]!) &&
        ((sources.places.has(tokens.lower[token - 1]!) &&
          !sources.firstNames.has(tokens.lower[token - 1]!)) ||
          sources.organizationEndings.has(tokens.lower[token - 1]!))
      ) {
        start = token
        break
      }
  // "Central Intelligence George Tenet": so does one in a long name, but for another's before it.
  if (
    start === from &&
    to - from > 3 &&
    !sources.firstNames.has(opener) &&
    sources.firstNames.has(tokens.lower[to - 2]!)
  )
    if (!sources.firstNames.has(tokens.lower[to - 3]!) && isSpacedBefore(tokens, to - 2)) start = to - 2
  return { from: start, to }
}

/** Whether a word may end what somebody is before the name, and is no first name that few know: not "Chimamanda". */
const isWordOfOffice = (word: string, sources: SourceLexicon): boolean =>
  sources.personNouns.has(word) ||
  sources.titles.has(word) ||
  sources.documentNouns.has(word) ||
  isOrganizationWord(word, sources) ||
  isPlaceWord(word, sources) ||
  /(?:er|or|ist|ian|man|ess|ive|ism|ity|ment|tion|ing|ics|ch|ies|[eo]rs|ists|aire)$/.test(word)

const INITIAL = /^\p{Lu}\.$/u

import { type Finding, findingOf } from './finding.ts'
import words from './wording.json' with { type: 'json' }

/** Google's advice: more is cut or wrapped where the claim is shown. */
const LONGEST_CLAIM = 75

/**
 * What is amiss with a claim's wording, `claimReviewed`: a pronoun that nothing in it resolves, a verdict in it, and
 * more than 75 characters (code points). It knows English words only; other languages are measured and no more.
 *
 * @param wording an empty one has nothing amiss: that it is missing is for others to say.
 * @param pointer where it stands in the markup.
 */
export function checkWording(wording: string, pointer: string): Finding[] {
  const findings: Finding[] = []
  const length = [...wording].length
  if (length > LONGEST_CLAIM)
    findings.push(
      findingOf('claim-length', pointer, `has ${length} characters, more than the ${LONGEST_CLAIM} advised`)
    )
  const pronoun = findUnresolvedPronoun(wording)
  if (pronoun !== null)
    findings.push(
      findingOf(
        'claim-pronoun',
        pointer,
        `has ${JSON.stringify(pronoun)}, and does not tell who or what that is`
      )
    )
  const verdict = findVerdict(wording)
  if (verdict !== null)
    findings.push(
      findingOf('claim-verdict', pointer, `has ${JSON.stringify(verdict)}, which reads as a verdict`)
    )
  return findings
}

/** The first pronoun with nothing before it that it could stand for, or null. */
function findUnresolvedPronoun(wording: string): string | null {
  const tokens = tokensOf(wording)
  // Whether a word stands before that could be what a pronoun means.
  let named = false
  let quoted = false
  for (const [index, { word, opens, closes }] of tokens.entries()) {
    const plain = word.toLowerCase()
    if (opens) quoted = true
    // Whoever is named before quoted words says "I" in them.
    if (words.speakers.includes(plain) && !isAcronym(word, tokens, index) && !(quoted && named)) return word
    if (words.others.includes(plain) && !isAcronym(word, tokens, index)) {
      if (!named && !(plain === 'it' && isExpletive(tokens, index))) return word
    } else if (words.pointers.includes(plain)) {
      const next = tokens[index + 1]?.word.toLowerCase() ?? ''
      if (index === 0 && words.auxiliaries.includes(next)) return word
    } else if (!words['named nothing'].includes(plain) && /^\p{L}/u.test(plain)) named = true
    if (closes) quoted = false
  }
  return null
}

/** "US" and "IT" are names where the words around them are not capitals too. */
function isAcronym(word: string, tokens: readonly Token[], index: number): boolean {
  const isCapital = (its: string) => its.length > 1 && its === its.toUpperCase()
  return isCapital(word) && ![tokens[index - 1], tokens[index + 1]].some((its) => its && isCapital(its.word))
}

/** "It is illegal to fish", "it rains": nothing is meant by it. */
function isExpletive(tokens: readonly Token[], index: number): boolean {
  const rest = tokens.slice(index + 1).map(({ word }) => word.toLowerCase())
  return (
    rest.slice(0, 3).some((its) => /^(?:rain|snow)/.test(its)) ||
    (words.auxiliaries.includes(rest[0] ?? '') &&
      rest.slice(1, 8).some((its) => ['to', 'that'].includes(its)))
  )
}

function findVerdict(wording: string): string | null {
  const phrase = words['verdict phrases'].find((its) => new RegExp(`\\b${its}\\b`, 'i').test(wording))
  if (phrase !== undefined) return phrase
  const tokens = tokensOf(wording)
  const index = tokens.findIndex(({ word }, at) => {
    const plain = word.toLowerCase()
    const next = tokens[at + 1]?.word.toLowerCase().replace(/s$/, '') ?? ''
    return (
      words.verdicts.includes(plain) ||
      (words['verdicts before a claim'].includes(plain) && words.claims.includes(next))
    )
  })
  return tokens[index]?.word ?? null
}

interface Token {
  word: string
  /** A quotation mark opens before it, or closes after it. */
  opens: boolean
  closes: boolean
}

function tokensOf(wording: string): Token[] {
  const matches = wording.matchAll(
    /(["“„«]?)(\p{L}[\p{L}\p{M}\p{N}-]*|\p{N}+)(?:['’]\p{L}+)?[.,!?]*(["”»]?)/gu
  )
  return [...matches].map(([, open, word, close]) => ({
    word: word!,
    opens: open !== '',
    closes: close !== ''
  }))
}

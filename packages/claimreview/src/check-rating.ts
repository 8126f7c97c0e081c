import { type Finding, findingOf } from './finding.ts'
import { fieldOf, type Node, valuesIn } from './markup-document.ts'
import { evaluateNumber } from './parse-number.ts'

/** schema.org's reading of a scale whose ends are not given: https://schema.org/Rating. */
const [USUAL_WORST, USUAL_BEST] = [1, 5]

/**
 * What is amiss with a rating as a whole: its scale, its place on it, a verdict in digits. Fields of the wrong kind are
 * passed over.
 */
export function checkRating(rating: Node): Finding[] {
  const read = (name: string) => {
    const place = fieldOf(rating, name)
    const [first] = valuesIn(place)
    return { pointer: place.pointer, isGiven: first !== undefined, number: evaluateNumber(first?.value) }
  }
  const [value, best, worst] = [read('ratingValue'), read('bestRating'), read('worstRating')]
  const findings: Finding[] = []
  const verdict = fieldOf(rating, 'alternateName')
  if (typeof verdict.value === 'string' && /^[\d\s.,:/%-]*\d[\d\s.,:/%-]*$/.test(verdict.value))
    findings.push(
      findingOf(
        'verdict-in-words',
        verdict.pointer,
        `is ${JSON.stringify(verdict.value)}, which has no words`
      )
    )
  if (value.isGiven) {
    if (!best.isGiven)
      findings.push(findingOf('rating-ends', best.pointer, 'is missing beside a ratingValue'))
    if (!worst.isGiven)
      findings.push(findingOf('rating-ends', worst.pointer, 'is missing beside a ratingValue'))
  }
  if (worst.number !== undefined && worst.number < 1)
    findings.push(findingOf('rating-below-one', worst.pointer, `is ${worst.number}, below 1`))
  // An end that is given and no number is told of elsewhere: what it was meant to be can't be known.
  const top = best.isGiven ? best.number : USUAL_BEST
  const bottom = worst.isGiven ? worst.number : USUAL_WORST
  if (top === undefined || bottom === undefined) return findings
  if (bottom >= top) {
    if (best.isGiven || worst.isGiven)
      findings.push(
        findingOf('rating-scale', worst.pointer, `is ${bottom}, which is not below the bestRating, ${top}`)
      )
  } else if (value.number !== undefined && (value.number < bottom || value.number > top))
    findings.push(
      findingOf(
        'rating-out-of-scale',
        value.pointer,
        `is ${value.number}, which is not from ${bottom} to ${top}`
      )
    )
  return findings
}

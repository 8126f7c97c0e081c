import type { Attribution, Extraction, Source } from '@saywho/core'
import type { Review } from './review.ts'

/** Where a claim is found: all that `extract` gave, or one attribution and its sources. */
export type Claims = Pick<Extraction, 'attributions' | 'sources'>

/**
 * What keeps the attribution that a review names from being reviewed, a sentence a problem.
 *
 * @param name how a problem names the review.
 */
export function checkClaim(
  claim: Attribution | undefined,
  review: Review,
  claims: Claims,
  name: string
): string[] {
  return claim ? problemsWithClaim(claim, review, claims, name) : [notFound(review, claims, name)]
}

/** The sources of an attribution, those that the extraction knows by name. */
export function sourcesOf({ sourceIds }: Attribution, { sources }: Pick<Extraction, 'sources'>): Source[] {
  return sources.filter(({ id, name }) => sourceIds.includes(id) && name.trim() !== '')
}

function problemsWithClaim(
  claim: Attribution,
  { claimText }: Review,
  claims: Claims,
  name: string
): string[] {
  const problems: string[] = []
  const named = `${name}.claimId names the attribution ${JSON.stringify(claim.id)}, which`
  if (textOf(claim) !== tidy(claimText))
    problems.push(
      `${name}.claimText is ${JSON.stringify(claimText)}, but the attribution ${JSON.stringify(claim.id)} reads ${JSON.stringify(textOf(claim))}: give the text that was reviewed, and its id`
    )
  if (claim.negative) problems.push(`${named} is denied in the text: nobody is said to have claimed it`)
  const denied = ancestorsOf(claim, claims.attributions).find(({ negative }) => negative)
  if (denied)
    problems.push(
      `${named} stands inside ${JSON.stringify(denied.id)}, and that is denied in the text: review a claim that was made`
    )
  if (sourcesOf(claim, claims).length === 0)
    problems.push(`${named} has no source: review a claim that the text gives to someone`)
  if (claim.act !== 'statement')
    problems.push(
      `${named} is ${claim.act === 'intention' ? 'an' : 'a'} ${claim.act}: review a statement, which can be true or false`
    )
  return problems
}

function notFound({ claimId, claimText }: Review, { attributions }: Claims, name: string): string {
  const same = attributions.find((attribution) => textOf(attribution) === tidy(claimText))
  return `${name}.claimId is ${JSON.stringify(claimId)}, which no attribution of the extraction has: ${
    same
      ? `${name}.claimText is that of ${JSON.stringify(same.id)}`
      : `nor does any read as ${name}.claimText does, ${JSON.stringify(claimText)}`
  }`
}

/** The attributions around one, as far as they are known. */
function ancestorsOf({ parentId }: Attribution, attributions: readonly Attribution[]): Attribution[] {
  const ancestors = new Set<Attribution>()
  for (let id = parentId; id !== null; ) {
    const parent = attributions.find((attribution) => attribution.id === id)
    if (parent === undefined || ancestors.has(parent)) break
    ancestors.add(parent)
    id = parent.parentId
  }
  return [...ancestors]
}

const textOf = ({ content }: Attribution): string => tidy(content.map(({ text }) => text).join(' … '))

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

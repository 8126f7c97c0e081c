import type { Attribution } from '@saywho/core'

/** Cues by which a source says that something is not so. */
const DENIALS = /\b(?:den(?:y|ies|ied|ying|ial)|refut|reject|disput|disavow|repudiat|rebut|contradict)\w*/i

/**
 * Whether an attribution tells what its source does not say: the cue is denied ("did not say"), or it denies the content itself
 * ("denied that the budget was cut", "rejected claims that …"), which put out as the source's claim would be the opposite of what was
 * said. A direct quotation is what was said, whatever the cue.
 */
export function isDenied({ negative, type, cue }: Attribution): boolean {
  return negative || (type !== 'direct' && cue.some(({ text }) => DENIALS.test(text)))
}

/**
 * Whether an attribution, or one that it stands in, is denied or denies what it reports.
 *
 * @param byId the attributions of its extraction by their ids; the parents must not run in a circle.
 */
export function isInDenial(attribution: Attribution, byId: ReadonlyMap<string, Attribution>): boolean {
  for (let its: Attribution | undefined = attribution; its; its = byId.get(its.parentId ?? ''))
    if (isDenied(its)) return true
  return false
}

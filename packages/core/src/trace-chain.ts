import type { Attribution, Extraction } from './types.ts'

/**
 * The chain that a second-hand attribution came through, outermost first, itself last: for what B had promised in "A said that B
 * had promised …", A's attribution and then B's. An attribution with no parent is a chain of one.
 *
 * @param id the attribution's, as in `Attribution.id`.
 * @throws {RangeError} when the extraction has no such attribution, or a parent that it names is missing or its own descendant.
 */
export function traceChain({ attributions }: Pick<Extraction, 'attributions'>, id: string): Attribution[] {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const chain: Attribution[] = []
  const seen = new Set<string>()
  for (let next: string | null = id; next !== null; ) {
    const attribution = byId.get(next)
    if (attribution === undefined) throw new RangeError(`no attribution has the id ${JSON.stringify(next)}`)
    if (seen.has(next)) throw new RangeError(`the attribution ${JSON.stringify(next)} is its own parent`)
    seen.add(next)
    chain.unshift(attribution)
    next = attribution.parentId
  }
  return chain
}

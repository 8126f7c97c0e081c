import type { Source } from '@saywho/core'
import type { CreativeWork, IdReference, Organization, Person } from 'schema-dts'
import { sourceId } from './node-ids.ts'
import { isWebAddress } from './web-address.ts'

/** A source as a node of its own; null where schema.org has no type that would be true of it. */
export const describeSource = (
  source: Source,
  base: string
): ((Person | Organization | CreativeWork) & IdReference) | null =>
  source.type === 'document' ? describeDocument(source, base) : describeAgent(source, base)

/** A report, a law, a letter: words appear in it. */
export const describeDocument = (source: Source, base: string): CreativeWork & IdReference => ({
  '@type': 'CreativeWork',
  ...factsOf(source, base)
})

/**
 * A person or an organisation, whose words they can be; null for any other source. A group ("residents") is no
 * `Organization`; a place that speaks ("Beijing") is neither that nor a `Place` that could; who is not named can't be told
 * from others of that description.
 */
export function describeAgent(source: Source, base: string): ((Person | Organization) & IdReference) | null {
  if (source.anonymous) return null
  if (source.type === 'person') return { '@type': 'Person', ...factsOf(source, base) }
  return source.type === 'organization' ? { '@type': 'Organization', ...factsOf(source, base) } : null
}

/**
 * The role goes into `description`: the text's words may be an office or not ("a mother of three"), and `jobTitle` would
 * say that they are.
 */
function factsOf({ id, name, role, sameAs }: Source, base: string) {
  const addresses = sameAs.filter(isWebAddress)
  return {
    '@id': sourceId(id, base),
    name,
    ...(role === null || role.trim() === '' ? {} : { description: role }),
    ...(addresses.length > 0 ? { sameAs: addresses } : {})
  }
}

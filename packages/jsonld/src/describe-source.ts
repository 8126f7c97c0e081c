import type { Source } from '@saywho/core'
import type { CreativeWork, Organization, Person } from 'schema-dts'
import { sourceId } from './node-ids.ts'
import { isWebAddress } from './web-address.ts'

export type SourceNode = (Person | Organization | CreativeWork) & { '@id': string }

/**
 * A source as a node of its own; null where schema.org has no type that would be true of it. A group ("residents") is no
 * `Organization`; a place that speaks ("Beijing") is neither that nor a `Place` that could; who is not named can't be told
 * from others of that description.
 *
 * The role goes into `description`: the text's words may be an office or not ("a mother of three"), and `jobTitle` would
 * say that they are.
 */
export function describeSource(
  { id, name, type, role, anonymous, sameAs }: Source,
  base: string
): SourceNode | null {
  const addresses = sameAs.filter(isWebAddress)
  const facts = {
    '@id': sourceId(id, base),
    name,
    ...(role === null || role.trim() === '' ? {} : { description: role }),
    ...(addresses.length > 0 ? { sameAs: addresses } : {})
  }
  if (type === 'document') return { '@type': 'CreativeWork', ...facts }
  if (anonymous) return null
  if (type === 'person') return { '@type': 'Person', ...facts }
  return type === 'organization' ? { '@type': 'Organization', ...facts } : null
}

import type { Source } from '@saywho/core'
import type { IdReference } from 'schema-dts'
import { describeSource } from './describe-source.ts'

/** How a work tells whose it is. */
export interface Credit {
  /** Persons and organisations: whose words they are. */
  agents: IdReference[]
  /** Documents: no document is an author, but words appear in it. */
  documents: IdReference[]
  /** The names of all but documents, where one of them has no node. */
  creditText: string | null
}

/** Credits a work to its sources: to nodes, and in words where there is a source that has none. */
export function creditSources(sources: readonly Source[], base: string): Credit {
  const agents: IdReference[] = []
  const documents: IdReference[] = []
  const names: string[] = []
  for (const source of sources) {
    const node = describeSource(source, base)
    if (source.type !== 'document') names.push(source.name)
    if (node) (source.type === 'document' ? documents : agents).push({ '@id': node['@id'] })
  }
  return { agents, documents, creditText: names.length > agents.length ? names.join(', ') : null }
}

import type { Source } from '@saywho/core'
import type { CreativeWork, IdReference, Organization, Person } from 'schema-dts'
import { describeAgent, describeDocument } from './describe-source.ts'

/** How a work tells whose it is. */
export interface Credit {
  /** Persons and organisations: whose words they are. */
  agents: (Person | Organization | IdReference)[]
  /** Documents: no document is an author, but words appear in it. */
  documents: (CreativeWork | IdReference)[]
  /** The names of all but documents, where one of them has no node. */
  creditText: string | null
}

/**
 * Credits a work to its sources: to nodes, and in words where there is a source that has none.
 *
 * @param isWhole whether the nodes stand in the work itself; if not, it refers to them.
 */
export function creditSources(sources: readonly Source[], base: string, isWhole: boolean): Credit {
  const agents: Credit['agents'] = []
  const documents: Credit['documents'] = []
  const names: string[] = []
  for (const source of sources) {
    if (source.type === 'document') documents.push(nodeOf(describeDocument(source, base)))
    else {
      const agent = describeAgent(source, base)
      if (agent) agents.push(nodeOf(agent))
      names.push(source.name)
    }
  }
  return { agents, documents, creditText: names.length > agents.length ? names.join(', ') : null }

  function nodeOf<Node extends IdReference>(node: Node): Node | IdReference {
    return isWhole ? node : { '@id': node['@id'] }
  }
}

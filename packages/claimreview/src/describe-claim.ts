import type { Attribution, Page, Source } from '@saywho/core'
import type { Claim, CreativeWork, NewsArticle, Organization, Person } from 'schema-dts'
import { isWebAddress } from './check-values.ts'
import { wordClaim } from './word-claim.ts'

/** A claim as the item that is reviewed: its words, whose they are, and the page that they appear on. */
export function describeClaim(claim: Attribution, sources: readonly Source[], page: Page): Claim {
  const agents = sources.flatMap(describeSource)
  const people = sources.filter(({ type }) => type !== 'document')
  // A document is no author, but the claim appears in it.
  const documents = sources.flatMap(({ type, name }): CreativeWork[] =>
    type === 'document' ? [{ '@type': 'CreativeWork', name }] : []
  )
  const article: NewsArticle = {
    '@type': 'NewsArticle',
    url: page.url,
    ...(page.headline === undefined ? {} : { headline: page.headline }),
    ...(page.publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: page.publisher } }),
    ...(page.datePublished === undefined ? {} : { datePublished: page.datePublished })
  }
  return {
    '@type': 'Claim',
    text: wordClaim(claim),
    ...(agents.length > 0 ? { author: agents.length === 1 ? agents[0]! : agents } : {}),
    ...(people.length > agents.length ? { creditText: people.map(({ name }) => name).join(', ') } : {}),
    appearance: documents.length === 0 ? article : [article, ...documents]
  }
}

/** A person or organisation that is named; of any other source schema.org has no type that would be true and could speak. */
function describeSource({ type, name, role, anonymous, sameAs }: Source): (Person | Organization)[] {
  if (anonymous || (type !== 'person' && type !== 'organization')) return []
  const addresses = sameAs.filter(isWebAddress)
  return [
    {
      '@type': type === 'person' ? 'Person' : 'Organization',
      name,
      ...(role === null || role.trim() === '' ? {} : { description: role }),
      ...(addresses.length > 0 ? { sameAs: addresses } : {})
    }
  ]
}

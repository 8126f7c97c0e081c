import { fieldOf, isNode, type Place, valuesIn } from './markup-document.ts'

/** What a person or organisation is known again by: names and addresses, in small letters. A bare string is either. */
export function marksOf(agent: Place): string[] {
  const given = isNode(agent)
    ? ['name', 'url', 'sameAs', '@id'].flatMap((name) => valuesIn(fieldOf(agent, name)))
    : [agent]
  return given.flatMap(({ value }) =>
    typeof value === 'string' && value.trim() !== '' ? value.trim().toLowerCase().replace(/\/$/, '') : []
  )
}

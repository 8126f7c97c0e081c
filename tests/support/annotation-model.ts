type Node = Record<string, unknown>

const MOTIVATIONS = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying reviewing tagging'.split(
    ' '
  )
)

/**
 * What in an annotation the Web Annotation Data Model does not allow, by its sections: as far as we write what they rule.
 *
 * @see https://www.w3.org/TR/annotation-model/
 */
export function findAnnotationErrors(annotation: Node): string[] {
  const errors: string[] = []
  const require = (section: string, rule: string, holds: boolean): void => {
    if (!holds) errors.push(`${section}: ${rule}`)
  }
  const contexts = listOf(annotation['@context'])
  require('3.1', 'has the context of annotations', contexts.includes('http://www.w3.org/ns/anno.jsonld'))
  require('3.1', 'a single context is a string', contexts.length > 1 ||
    !Array.isArray(annotation['@context']))
  require('3.1', 'has one IRI as its id', isIri(annotation.id))
  require('3.1', 'is an Annotation', listOf(annotation.type).includes('Annotation'))
  require('3.1', 'has a target', listOf(annotation.target).length > 0)
  require('3.2.5', 'has no body beside a bodyValue', !('body' in annotation && 'bodyValue' in annotation))
  require('3.3.5', 'has a motivation of the model', listOf(annotation.motivation).every(isMotivation))
  for (const body of listOf(annotation.body)) {
    const node = nodeOf(body)
    if (!listOf(node.type).includes('TextualBody')) {
      require('3.2.1', 'a body that is no text has one IRI', isIri(node.id))
      continue
    }
    require('3.2.4', 'a textual body has one value', typeof node.value === 'string')
    require('3.2.4', 'a textual body has one format', typeof node.format === 'string')
    require('3.2.4', 'a textual body has one language', typeof node.language === 'string')
    require('3.3.5', 'a purpose is one of the model', isMotivation(node.purpose))
  }
  for (const target of listOf(annotation.target)) {
    const node = nodeOf(target)
    require('4.1', 'a specific resource has one source', isIri(node.source))
    for (const selector of listOf(node.selector)) checkSelector(nodeOf(selector), require)
  }
  return errors
}

function checkSelector(
  { type, exact, prefix, suffix, start, end }: Node,
  require: (section: string, rule: string, holds: boolean) => void
): void {
  if (type === 'TextQuoteSelector') {
    require('4.2.4', 'has the exact words', typeof exact === 'string' && exact !== '')
    for (const context of [prefix, suffix])
      require('4.2.4', 'has at most one text on a side', ['string', 'undefined'].includes(typeof context))
  } else if (type === 'TextPositionSelector')
    require('4.2.5', 'has a start and an end, counted from 0', isCount(start) && isCount(end) && start <= end)
  else require('4.2', 'a selector has a type of the model', false)
}

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat())
const nodeOf = (value: unknown): Node => (typeof value === 'object' && value !== null ? (value as Node) : {})
const isIri = (value: unknown): boolean =>
  typeof value === 'string' && URL.canParse(value) && !/[\s<>"{}|\\^`]/.test(value)
const isMotivation = (value: unknown): boolean => typeof value === 'string' && MOTIVATIONS.has(value)
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0

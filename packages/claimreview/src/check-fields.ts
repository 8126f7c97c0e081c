import { isIsoDate, isWebAddress } from './check-values.ts'
import { describeValue } from './describe-value.ts'
import { isFields } from './fields.ts'
import { type Finding, findingOf } from './finding.ts'
import {
  fieldOf,
  follow,
  isNode,
  type MarkupDocument,
  type Node,
  type Place,
  typesOf,
  valuesIn
} from './markup-document.ts'
import type { FieldForm, Kind, NodeForm } from './markup-fields.ts'
import { evaluateNumber } from './parse-number.ts'
import { pointTo } from './point-to.ts'

/**
 * What is amiss with a node's fields, and with those of the nodes in it: missing, empty, of the wrong kind or type.
 * Where a field is amiss, what would be in it is not told of too.
 */
export function checkFields(node: Node, form: NodeForm, document: MarkupDocument): Finding[] {
  return form.fields.flatMap((its) => checkField(fieldOf(node, its.name), its, node, document))
}

function checkField(place: Place, form: FieldForm, owner: Node, document: MarkupDocument): Finding[] {
  const { name, need, takes, many, advice } = form
  const values = valuesIn(place)
  if (values.length === 0 || values.some(({ value }) => isEmpty(value))) {
    if (need === 'optional' && place.value === undefined) return []
    // The guidelines let a rating's name stand in.
    const isStoodIn = name === 'alternateName' && valuesIn(fieldOf(owner, 'name')).length > 0
    const rule = need === 'required' && !isStoodIn ? 'required-field' : 'recommended-field'
    return [findingOf(rule, place.pointer, place.value === undefined ? 'is missing' : 'is empty', advice)]
  }
  if (values.length > 1 && !many)
    return [findingOf('field-value', place.pointer, `is a list of ${values.length}`, `${advice}, just one`)]
  return values.flatMap((its) => checkValue(its, takes, advice, document))
}

function checkValue(place: Place, takes: Kind, advice: string, document: MarkupDocument): Finding[] {
  const wrong = () => [findingOf('field-value', place.pointer, `is ${describeValue(place.value)}`, advice)]
  if (typeof takes === 'string') return IS_KIND[takes](place.value) ? [] : wrong()
  const node = follow(place, document)
  if (takes.type === 'Work' && isWebAddress(node.value)) return []
  if (!isNode(node)) return wrong()
  const keys = Object.keys(node.value)
  if (keys.length === 1 && keys[0] === '@id')
    return takes.type === 'Work' && isWebAddress(node.value['@id'])
      ? []
      : [
          findingOf(
            'reference',
            place.pointer,
            `refers to ${describeValue(node.value['@id'])}, which is not in the markup`
          )
        ]
  return [...checkType(node, takes.type), ...checkFields(node, takes, document)]
}

function checkType(node: Node, expected: NodeForm['type']): Finding[] {
  const types = typesOf(node.value)
  const pointer = pointTo(node.pointer, '@type')
  const reason = node.value['@type'] === undefined ? 'is missing' : `is ${describeValue(node.value['@type'])}`
  if (expected === 'Agent') {
    if (types.length === 0) return [findingOf('type', pointer, reason, 'give "Organization" or "Person"')]
    return types.some((type) => type === 'Person' || type.endsWith('Organization'))
      ? []
      : [findingOf('agent-type', pointer, reason)]
  }
  if (expected === 'Work')
    return types.length === 0
      ? [findingOf('type', pointer, reason, 'give "CreativeWork" or a kind of it')]
      : []
  if (types.includes(expected)) return []
  if (expected === 'Claim' && types.includes('CreativeWork'))
    return [findingOf('claim-type', pointer, reason)]
  return [findingOf('type', pointer, reason, `give ${JSON.stringify(expected)}`)]
}

const IS_KIND: Record<Exclude<Kind, NodeForm>, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  url: isWebAddress,
  date: isIsoDate,
  // Google asks that the value can be evaluated as a number; a comma can't.
  number: (value) => evaluateNumber(value) !== undefined
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return isFields(value) && Object.keys(value).length === 0
}

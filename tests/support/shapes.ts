import { readFileSync } from 'node:fs'
import SHACLValidator from 'rdf-validate-shacl'
import { toDataset } from './contexts.ts'

const shapes = JSON.parse(readFileSync(new URL('../jsonld/shapes.json', import.meta.url), 'utf8')) as object
const validator = new SHACLValidator(await toDataset(shapes))

/** What in a document our SHACL shapes do not allow: the node's fragment and the shape's message. */
export async function findShapeErrors(document: object): Promise<string[]> {
  const { results } = await validator.validate(await toDataset(document))
  return results.map(({ focusNode, message }) => {
    const words = message.map(({ value }) => value).join('; ')
    return `${focusNode?.value.replace(/^.*#/, '')}: ${words}`
  })
}

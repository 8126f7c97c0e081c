import { createExtractor, type Language } from '@saywho/core'
import { type Evaluation, evaluate } from './evaluation/evaluate.ts'
import { toPredictedDocument } from './evaluation/predicted-document.ts'
import { type AntecedentDocument, trainAntecedents } from './train-antecedents.ts'

const FOLDS = 5

/**
 * Measures who is found to be meant in documents that taught none of it: trees are learned from four fifths of the documents and those
 * in `also`, and tried on the last fifth, five times over. Parts of one document, told apart by "#" in their ids, stay together.
 * Attributions are found by the language pack as it is.
 */
export function crossValidateAntecedents(
  documents: readonly AntecedentDocument[],
  also: readonly AntecedentDocument[],
  language: Language
): Evaluation {
  const predicted = new Map<string, ReturnType<typeof toPredictedDocument>>()
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = documents.filter(({ id }) => foldOf(id) !== fold)
    const antecedentTrees = trainAntecedents([...others, ...also], language)
    const weights = { ...language.weights(), antecedentTrees }
    const extract = createExtractor({ ...language, weights: () => weights })
    for (const { id, text } of documents.filter(({ id }) => foldOf(id) === fold))
      predicted.set(id, toPredictedDocument(id, extract(text, { acts: 'all' })))
  }
  return evaluate(
    documents,
    documents.map(({ id }) => predicted.get(id)!),
    { intervals: true }
  )
}

function foldOf(id: string): number {
  let hash = 0
  for (const character of id.split('#')[0]!) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0
  return hash % FOLDS
}

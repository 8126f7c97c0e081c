import type { Language } from '@saywho/core/rooms'
import type { SilverDocument } from './silver.ts'
import { readParserExamples, trainParser } from './train-parser.ts'
import { trainTagger } from './train-tagger.ts'

/** The tables of the syntax room. */
export interface SyntaxTables {
  readonly tagger: Int8Array
  readonly actions: Int8Array
  readonly relations: Int8Array
}

/**
 * A tagger and a parser learned from silver documents. The parser meets tags as a tagger gives them that has not seen the text:
 * one of two halves each.
 */
export function trainSyntax(documents: readonly SilverDocument[], language: Language): SyntaxTables {
  const halves = [0, 1].map((half) => trainTagger(documents.filter((_, index) => index % 2 !== half)))
  const examples = documents.flatMap((document, index) =>
    readParserExamples(document, language, halves[index % 2]!)
  )
  return { tagger: trainTagger(documents), ...trainParser(examples) }
}

/**
 * Two syntaxes, the first learned from the documents of odd number and the second from those of even number: each of them reads
 * the others as it would read new texts. What stands on top of the syntax learns from such readings.
 */
export function trainSyntaxHalves(
  documents: readonly SilverDocument[],
  language: Language
): readonly [SyntaxTables, SyntaxTables] {
  const without = (half: number) =>
    trainSyntax(
      documents.filter((_, index) => index % 2 !== half),
      language
    )
  return [without(0), without(1)]
}

import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { findSurnames } from './find-surnames.ts'
import { recogniseNames } from './recognise-names.ts'
import { restoreNouns } from './restore-nouns.ts'

/**
 * The text as who is meant is told by it: names that were taken for nouns are names, it is known which words are surnames, and nouns that are written like names
 * have their stems.
 */
export function readNames(text: Reading, language: Language): Reading {
  const reading = recogniseNames(text, language.sources)
  return restoreNouns({ ...reading, surnames: findSurnames(reading, language.sources) }, language)
}

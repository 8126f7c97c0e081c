import type { Language } from '../language.ts'
import type { Reading } from '../quotation/reading.ts'
import { recogniseNames } from './recognise-names.ts'
import { restoreNouns } from './restore-nouns.ts'

/** The text as who is meant is told by it: names that were taken for nouns are names, and nouns that are written like names have their stems. */
export const readNames = (reading: Reading, language: Language): Reading =>
  restoreNouns(recogniseNames(reading, language.sources), language)

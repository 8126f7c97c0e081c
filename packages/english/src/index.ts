import type { Language } from '@saywho/core'
import { ParseEnglish } from 'parse-english'
import segmentation from './lexicons/segmentation.json' with { type: 'json' }

const parser = new ParseEnglish()

/** English: hand it to `createExtractor`. */
export const english: Language = {
  code: 'en',
  parse: (text) => parser.parse(text),
  segmentation: {
    clitics: segmentation.clitics,
    abbreviations: new Set(segmentation.abbreviations),
    prefixAbbreviations: new Set(segmentation.prefixAbbreviations),
    numberAbbreviations: new Set(segmentation.numberAbbreviations),
    sentenceOpeners: new Set(segmentation.sentenceOpeners)
  }
}

import { type AnonymousSourceOptions, anonymousSource } from './find-anonymous-sources.ts'
import { type DistantPronounOptions, distantPronoun } from './find-distant-pronouns.ts'
import { type LoadedVerbOptions, loadedVerb } from './find-loaded-verbs.ts'
import { mixedMarks } from './find-mixed-marks.ts'
import { secondHand } from './find-second-hand.ts'
import { unbalancedMarks } from './find-unbalanced-marks.ts'
import { type UnsourcedQuoteOptions, unsourcedQuote } from './find-unsourced-quotes.ts'
import type { Rule } from './rule.ts'

/** How much a message matters: `true`, `'on'` and 1 are `'warn'`, 2 is `'error'`; `false`, `'off'` and 0 give none. */
export type Severity = boolean | 0 | 1 | 2 | 'off' | 'on' | 'info' | 'warn' | 'error'

/** A severity, alone or with the rule's options; options alone turn the rule on. */
export type RuleSetting<Options = never> = Severity | Options | readonly [Severity, Options?]

/** The rules by name; all are on where nothing is said of them. */
export interface Options {
  /** A quotation without a source. */
  'unsourced-quote'?: RuleSetting<UnsourcedQuoteOptions>
  /** A source that is not named. */
  'anonymous-source'?: RuleSetting<AnonymousSourceOptions>
  /** A quotation mark without its partner. */
  'unbalanced-marks'?: RuleSetting
  /** Curly and straight quotation marks in one text. */
  'mixed-marks'?: RuleSetting
  /** A source given by a pronoun far from its name. */
  'distant-pronoun'?: RuleSetting<DistantPronounOptions>
  /** A cue that judges what it attributes. */
  'loaded-verb'?: RuleSetting<LoadedVerbOptions>
  /** What a source said only by another's word, given as its own. */
  'second-hand'?: RuleSetting
}

export const RULES = [
  unsourcedQuote,
  anonymousSource,
  unbalancedMarks,
  mixedMarks,
  distantPronoun,
  loadedVerb,
  secondHand
] as unknown as readonly Rule<Record<string, unknown>>[]

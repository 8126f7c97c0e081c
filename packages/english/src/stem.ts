import type { WordClass } from '@saywho/core/rooms'
import irregularVerbs from './lexicons/irregular-verbs.json' with { type: 'json' }

const VERB_OF_FORM = new Map(
  Object.entries(irregularVerbs).flatMap(([verb, forms]) => forms.split(' ').map((form) => [form, verb]))
)

/**
 * The same string for all forms of a word: "announces", "announced" and "announcing" all give "announc". Endings
 * come off, doubled consonants are made one, a final "e" is dropped and "y" after a consonant becomes "i". It is a
 * key for lexicons and models and need not be a word.
 */
export function stem(word: string, wordClass: WordClass): string {
  if (wordClass === 'verb') return stemVerb(word)
  if (wordClass === 'noun') return stemNoun(word)
  return wordClass === 'plural' ? stemNoun(withoutPlural(word)) : word
}

/** A verb's stem from any of its forms. */
function stemVerb(word: string): string {
  const verb = VERB_OF_FORM.get(word)
  if (verb !== undefined) return verb
  return reduce(withoutEnding(word))
}

/** A noun's stem from its singular. */
function stemNoun(word: string): string {
  return word.replace(/(?<=[^aeiou])y$/, 'i').replace(/(?<=[a-z]{3})e$/, '')
}

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return word.replace(/(?<=[^aeiou])ies$/, 'y').replace(/s$/, '')
}

function withoutEnding(word: string): string {
  // "agreed", "decreed", "guaranteed"; not "need" or "exceed"
  if (/(?:gr|cr|nt|fr)eed$/.test(word) && word !== 'greed') return word.slice(0, -1)
  if (word.length > 4 && /[aeiouy].*ing$/.test(word)) return word.slice(0, -3)
  if (word.length > 3 && /[aeiouy].*ed$/.test(word) && !/eed$/.test(word)) return word.slice(0, -2)
  if (word.length <= 3 || !/[^su]s$/.test(word)) return word
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) return word.slice(0, -2)
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}

function reduce(verb: string): string {
  return verb
    .replace(/(?<=[^aeiou])i$/, 'y')
    .replace(/(?<=[a-z]{2})e$/, '')
    .replace(/([b-df-hj-np-tv-z])\1$/, '$1')
    .replace(/(?<=[^aeiou])y$/, 'i')
}

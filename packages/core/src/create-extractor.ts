import type { Language } from './language.ts'
import { attribute, type Proposed, propose, readPlainText } from './pipeline.ts'
import type { Reading } from './quotation/reading.ts'
import type {
  Act,
  AsyncExtract,
  Extract,
  Extraction,
  ExtractOptions,
  KnownSource,
  QuotedStretch
} from './types.ts'

const ACTS: readonly Act[] = ['statement', 'belief', 'intention', 'stance']
const DEFAULT_ACTS: readonly Act[] = ['statement', 'belief', 'intention']

/**
 * Makes an `extract` for a language.
 *
 * @param language a language pack, such as `english` of `@saywho/english`.
 * @throws {TypeError} when it is not one.
 */
export function createExtractor(language: Language): Extract {
  checkLanguage(language)
  return (text, options) => {
    const { minConfidence, acts, people, quoted } = readArguments(text, options)
    const reading = readPlainText(text, language, quoted)
    return keep(attribute(reading, propose(reading, language), language, people), minConfidence, acts)
  }
}

/** As `createExtractor`, with cues and their readings from elsewhere, in time. */
export function createAsyncExtractor(
  language: Language,
  proposeLater: (reading: Reading) => Promise<Proposed>
): AsyncExtract {
  checkLanguage(language)
  return async (text, options) => {
    const { minConfidence, acts, people, quoted } = readArguments(text, options)
    const reading = readPlainText(text, language, quoted)
    return keep(attribute(reading, await proposeLater(reading), language, people), minConfidence, acts)
  }
}

function checkLanguage(language: Language) {
  if (typeof language?.parse !== 'function')
    throw new TypeError(
      `language: expected a language pack such as english of @saywho/english, got ${show(language)}`
    )
}

function readArguments(text: string, options: ExtractOptions | undefined) {
  if (typeof text !== 'string') throw new TypeError(`text: expected a string, got ${show(text)}`)
  return readOptions(options)
}

function readOptions(options: ExtractOptions | undefined) {
  if (options === undefined) return { minConfidence: 0, acts: DEFAULT_ACTS, people: [], quoted: [] }
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`options: expected an object, got ${show(options)}`)
  const { minConfidence = 0, acts = DEFAULT_ACTS, people = [], quoted = [] } = options
  if (typeof minConfidence !== 'number' || !(minConfidence >= 0 && minConfidence <= 1))
    throw new TypeError(`options.minConfidence: expected a number from 0 to 1, got ${show(minConfidence)}`)
  if (acts !== 'all' && !Array.isArray(acts))
    throw new TypeError(`options.acts: expected 'all' or a list of acts, got ${show(acts)}`)
  const kept = acts === 'all' ? ACTS : acts
  for (const act of kept)
    if (!ACTS.includes(act)) throw new TypeError(`options.acts: ${show(act)} is none of ${ACTS.join(', ')}`)
  if (!Array.isArray(people)) throw new TypeError(`options.people: expected a list, got ${show(people)}`)
  people.forEach((person: KnownSource, index) => {
    if (typeof person?.name !== 'string' || person.name.trim() === '')
      throw new TypeError(`options.people[${index}].name: expected a name, got ${show(person?.name)}`)
    for (const key of ['aliases', 'sameAs'] as const) {
      const list: unknown = person[key]
      if (list === undefined) continue
      const wrong = Array.isArray(list) ? list.filter((its) => typeof its !== 'string') : [list]
      if (wrong.length > 0)
        throw new TypeError(
          `options.people[${index}].${key}: expected a list of strings, got ${show(wrong[0])}`
        )
    }
  })
  if (!Array.isArray(quoted)) throw new TypeError(`options.quoted: expected a list, got ${show(quoted)}`)
  quoted.forEach((stretch: QuotedStretch, index) => {
    for (const key of ['start', 'end'] as const)
      if (!Number.isInteger(stretch?.[key]))
        throw new TypeError(
          `options.quoted[${index}].${key}: expected an offset, got ${show(stretch?.[key])}`
        )
    if (stretch.marks !== undefined && typeof stretch.marks !== 'boolean')
      throw new TypeError(
        `options.quoted[${index}].marks: expected true or false, got ${show(stretch.marks)}`
      )
  })
  return { minConfidence, acts: kept, people, quoted }
}

/** Leaves out what was not asked for; what stood inside an attribution that is left out moves up to its parent. */
function keep(extraction: Extraction, minConfidence: number, acts: readonly Act[]): Extraction {
  const byId = new Map(extraction.attributions.map((attribution) => [attribution.id, attribution]))
  const isKept = (id: string) => {
    const { act, confidence } = byId.get(id)!
    return acts.includes(act) && confidence >= minConfidence
  }
  const attributions = extraction.attributions
    .filter(({ id }) => isKept(id))
    .map((attribution) => {
      let { parentId } = attribution
      while (parentId !== null && !isKept(parentId)) parentId = byId.get(parentId)!.parentId
      return parentId === attribution.parentId ? attribution : { ...attribution, parentId }
    })
  const used = new Set(attributions.flatMap(({ sourceIds }) => sourceIds))
  return { ...extraction, attributions, sources: extraction.sources.filter(({ id }) => used.has(id)) }
}

/** A value as an error message shows it. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value)
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}

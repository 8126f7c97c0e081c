import { TYPES } from '../attribution-types.ts'
import type { GoldDocument, GoldSpeaker, Range } from '../read-corpus.ts'
import { describe, type Fields, readFields, readJsonLines } from '../read-json-lines.ts'
import type { PredictedAttribution, PredictedDocument, PredictedSpeaker } from './predicted-document.ts'
import { ROLES } from './score-document.ts'

type Complain = (problem: string) => void

/**
 * Annotated documents to score against, from NDJSON: `{"id", "text", "attributions"}` a line. A role is a list of spans, each
 * `[start, end]` or `{"start", "end"}`, or one such span, or null. An id may come again, as when several people annotated a document.
 *
 * @throws {CorpusError} that names each wrong line and what is wrong in it.
 */
export function readGoldNdjson(ndjson: string): GoldDocument[] {
  return readJsonLines(ndjson, (fields, complain): GoldDocument => {
    const text = fields.get('text')
    if (typeof text !== 'string') complain(`"text" is no string but ${describe(text)}`)
    const attributions = readAttributions(fields.get('attributions'), text, complain)
    const isFlat = Boolean(fields.get('flat'))
    return {
      id: readId(fields, complain) ?? '',
      text: String(text),
      attributions,
      ...(isFlat ? { flat: true } : {})
    }
  })
}

/**
 * What a program found, from NDJSON: `{"id", "attributions"}` a line, such as `saywho extract --format ndjson` writes. A line with `"error"` is
 * a document in which nothing was found, or, without an id, no document.
 *
 * @param gold what it will be scored against: spans are checked against its texts. Documents that gold has not are not looked into.
 * @throws {CorpusError} that names each wrong line and what is wrong in it; an id that is there twice, too.
 */
export function readPredictedNdjson(ndjson: string, gold: readonly GoldDocument[]): PredictedDocument[] {
  const texts = new Map(gold.map(({ id, text }) => [id, text]))
  const seen = new Set<string>()
  return readJsonLines(ndjson, (fields, complain): PredictedDocument => {
    const list = fields.get('attributions')
    const isError = Boolean(fields.get('error')) && !Array.isArray(list)
    const id = readId(fields, isError ? () => {} : complain)
    if (id !== null && seen.has(id)) complain(`the id ${describe(id)} is that of a document before it`)
    if (id !== null) seen.add(id)
    const text = texts.get(id ?? '')
    const isUnknown = text === undefined && Array.isArray(list)
    return {
      id,
      attributions: isError || isUnknown ? [] : readAttributions(list, text, complain, readSources(fields))
    }
  })
}

/** Who was found, by id; what is no source is left out. */
function readSources(fields: Fields): Map<unknown, PredictedSpeaker> {
  const list = fields.get('sources')
  return new Map(
    (Array.isArray(list) ? list : []).flatMap((value: unknown) => {
      const { id, name, type } = Object.fromEntries(readFields(value) ?? [])
      return typeof name === 'string' && typeof type === 'string' ? [[id, { name, type }] as const] : []
    })
  )
}

function readId(fields: Fields, complain: Complain): string | null {
  const id = fields.get('id')
  if (typeof id === 'string' || typeof id === 'number') return String(id)
  complain(`"id" is no string but ${describe(id)}`)
  return null
}

function readAttributions(
  list: unknown,
  text: unknown,
  complain: Complain,
  sources: ReadonlyMap<unknown, PredictedSpeaker> = new Map()
): PredictedAttribution[] {
  if (!Array.isArray(list)) complain(`"attributions" is no list but ${describe(list)}`)
  return (Array.isArray(list) ? list : []).flatMap((value: unknown, index) => {
    const at = `attributions[${index}]`
    const fields = readFields(value)
    if (fields === null) complain(`${at} is no object but ${describe(value)}`)
    return fields === null
      ? []
      : readAttribution(fields, String(text ?? ''), (its) => complain(at + its), sources)
  })
}

function readAttribution(
  fields: Fields,
  text: string,
  complain: Complain,
  sources: ReadonlyMap<unknown, PredictedSpeaker>
): PredictedAttribution {
  const type = fields.get('type')
  if (!(TYPES as readonly unknown[]).includes(type))
    complain(`.type is none of ${TYPES.join(', ')} but ${describe(type)}`)
  const roles = Object.fromEntries(
    ROLES.map((role) => [role, readRole(fields.get(role), text, (its) => complain(`.${role}${its}`))])
  ) as Record<(typeof ROLES)[number], Range[]>
  const attribution: PredictedAttribution = { type: type as string, ...roles }
  const { id, parentId, act, negative, confidence, speaker, sourceIds } = Object.fromEntries(fields)
  if (typeof id === 'string') attribution.id = id
  if (typeof parentId === 'string') attribution.parentId = parentId
  if (typeof act === 'string') attribution.act = act
  if (typeof negative === 'boolean') attribution.negative = negative
  if (typeof confidence === 'number') attribution.confidence = confidence
  if (speaker === null || typeof speaker === 'string' || Array.isArray(readFields(speaker)?.get('names')))
    attribution.speaker = speaker as string | GoldSpeaker | null
  if (Array.isArray(sourceIds))
    attribution.speakers = sourceIds.flatMap((source) => sources.get(source) ?? [])
  return attribution
}

function readRole(value: unknown, text: string, complain: Complain): Range[] {
  if (value === undefined || value === null) return []
  const isOne = !Array.isArray(value) || typeof value[0] === 'number'
  return (isOne ? [value] : (value as unknown[])).flatMap((piece) => {
    const fields = readFields(piece)
    const [start, end] = Array.isArray(piece) ? piece : [fields?.get('start'), fields?.get('end')]
    if (!Number.isInteger(start) || !Number.isInteger(end))
      complain(` holds ${describe(piece)}, not a span of two offsets`)
    else if (start < 0 || end > text.length)
      complain(` holds [${start}, ${end}], outside its text of ${text.length} characters`)
    else if (start >= end) complain(` holds [${start}, ${end}], which is empty`)
    else return [[start, end] as Range]
    return []
  })
}

import type { Act, AttributionType } from '@saywho/core'
import { TYPES } from './attribution-types.ts'
import type { GoldAttribution, GoldDocument, GoldSpeaker, Range } from './read-corpus.ts'
import { describe, type Fields, readFields, readJsonLines } from './read-json-lines.ts'

const ACTS: readonly Act[] = ['statement', 'belief', 'intention', 'stance']
const ROLES = ['source', 'cue', 'content'] as const

/**
 * Annotated documents to train on, from NDJSON:
 * `{"id", "text", "attributions": [{"type", "source": [[start, end]…], "cue", "content", "act"?, "negative"?, "id"?, "parentId"?}]}`
 * a line. Everything is checked before anything is given back, so that no training starts on a file that is wrong somewhere.
 *
 * @throws {CorpusError} that names each wrong line and what is wrong in it: JSON that is broken; an id that is missing or there twice;
 *   a type or an act that is not one; a span outside its text, empty, or turned round; pieces of a role out of order or overlapping; an empty
 *   content; a parent that is not there.
 */
export function readAnnotatedNdjson(ndjson: string): GoldDocument[] {
  const seen = new Set<string>()
  return readJsonLines(ndjson, (fields, complain) => {
    const id = readId(fields, seen, complain)
    const text = fields.get('text')
    if (typeof text !== 'string') complain(`"text" is no string but ${describe(text)}`)
    const list = fields.get('attributions')
    if (!Array.isArray(list)) complain(`"attributions" is no list but ${describe(list)}`)
    const attributions = (Array.isArray(list) ? list : []).map((value: unknown, index) =>
      readAttribution(value, String(text ?? ''), (problem) => complain(`attributions[${index}]${problem}`))
    )
    checkParents(attributions, complain)
    const annotator = fields.get('annotator')
    return {
      id,
      text: String(text),
      attributions,
      ...(typeof annotator === 'string' ? { annotator } : {}),
      ...(fields.get('flat') === true ? { flat: true } : {})
    }
  })
}

type Complain = (problem: string) => void

function readId(fields: Fields, seen: Set<string>, complain: Complain): string {
  const id = fields.get('id')
  if (typeof id !== 'string' && typeof id !== 'number') {
    complain(`"id" is no string but ${describe(id)}`)
    return ''
  }
  if (seen.has(String(id))) complain(`the id ${describe(id)} is that of a document before it`)
  seen.add(String(id))
  return String(id)
}

function readAttribution(value: unknown, text: string, complain: Complain): GoldAttribution {
  const fields = readFields(value)
  if (fields === null) {
    complain(` is no object but ${describe(value)}`)
    return { type: 'indirect', source: [], cue: [], content: [] }
  }
  const type = fields.get('type')
  if (!TYPES.includes(type as AttributionType))
    complain(`.type is none of ${TYPES.join(', ')} but ${describe(type)}`)
  const [source, cue, content] = ROLES.map((role) =>
    readRole(fields.get(role), text, (problem) => complain(`.${role}${problem}`))
  )
  if (content!.length === 0 && Array.isArray(fields.get('content')))
    complain('.content is empty; an attribution has one')
  const optional: Partial<GoldAttribution> = {}
  const act = fields.get('act')
  if (ACTS.includes(act as Act)) optional.act = act as Act
  else if (act !== undefined && act !== null)
    complain(`.act is none of ${ACTS.join(', ')} but ${describe(act)}`)
  const negative = fields.get('negative')
  if (typeof negative === 'boolean') optional.negative = negative
  else if (negative !== undefined) complain(`.negative is neither true nor false but ${describe(negative)}`)
  const id = fields.get('id')
  if (typeof id === 'string') optional.id = id
  else if (id !== undefined) complain(`.id is no string but ${describe(id)}`)
  const parentId = fields.get('parentId')
  if (typeof parentId === 'string' || parentId === null) optional.parentId = parentId
  else if (parentId !== undefined)
    complain(`.parentId is neither a string nor null but ${describe(parentId)}`)
  const speaker = fields.get('speaker')
  if (speaker === null || typeof speaker === 'string' || readFields(speaker)?.has('names'))
    optional.speaker = speaker as string | GoldSpeaker | null
  else if (speaker !== undefined) complain(`.speaker is no name but ${describe(speaker)}`)
  return { type: type as AttributionType, source: source!, cue: cue!, content: content!, ...optional }
}

function readRole(value: unknown, text: string, complain: Complain): Range[] {
  if (!Array.isArray(value)) {
    complain(` is no list of [start, end] but ${describe(value)}`)
    return []
  }
  const ranges: Range[] = []
  for (const piece of value as unknown[]) {
    const range = Array.isArray(piece) && piece.length === 2 ? (piece as [unknown, unknown]) : null
    if (range === null || !range.every(Number.isInteger))
      complain(` holds ${describe(piece)}, not [start, end]`)
    else {
      const [start, end] = range as Range
      const last = ranges.at(-1)
      if (start < 0 || end > text.length)
        complain(` holds [${start}, ${end}], outside its text of ${text.length} characters`)
      else if (start >= end) complain(` holds [${start}, ${end}], which is empty`)
      else if (last && start < last[1])
        complain(
          ` holds [${start}, ${end}], which ${end > last[0] ? 'overlaps' : 'should stand before'} [${last.join(', ')}]`
        )
      ranges.push([start, end])
    }
  }
  return ranges
}

function checkParents(attributions: readonly GoldAttribution[], complain: Complain): void {
  const ids = new Set<string>()
  for (const [index, { id }] of attributions.entries())
    if (id !== undefined) {
      if (ids.has(id)) complain(`attributions[${index}].id ${describe(id)} is that of one before it`)
      ids.add(id)
    }
  for (const [index, { parentId }] of attributions.entries())
    if (typeof parentId === 'string' && !ids.has(parentId))
      complain(`attributions[${index}].parentId ${describe(parentId)} is the id of none`)
}

import {
  RELATIONS,
  type RelationName,
  shapeTokens,
  TAGS,
  Tag,
  type TagName,
  type TokenShapes,
  type TokenTable
} from '@saywho/core/rooms'

/** What `silver/annotate.py` writes of a document. */
export interface SilverAnnotation {
  id: string
  tags: string[]
  heads: number[]
  relations: string[]
}

/** A document with the tags and dependencies that a larger parser gave it. */
export interface SilverDocument {
  readonly id: string
  readonly tokens: TokenTable
  readonly shapes: TokenShapes
  /** -1 where the tag is of no use. */
  readonly tag: Int8Array
  /** -1 at a sentence's root. */
  readonly head: Int32Array
  readonly relation: Uint8Array
}

/** What `silver/annotate.py` reads of a document. */
export function toSilverInput(id: string, tokens: TokenTable) {
  return {
    id,
    forms: tokens.form,
    spaced: tokens.form.map(
      (_, token) => token + 1 < tokens.count && tokens.start[token + 1]! > tokens.end[token]!
    ),
    sentences: [...tokens.sentenceStart.subarray(0, -1)]
  }
}

/** @throws {Error} when the annotation is of other tokens than the document's. */
export function readSilver(
  tokens: TokenTable,
  { id, tags, heads, relations }: SilverAnnotation
): SilverDocument {
  if (tags.length !== tokens.count)
    throw new Error(`${id}: ${tags.length} annotated tokens, ${tokens.count} in the text; annotate it again`)
  const shapes = shapeTokens(tokens)
  return {
    id,
    tokens,
    shapes,
    tag: Int8Array.from(tags, (tag, token) =>
      shapes.fixedTag[token]! >= 0 ? shapes.fixedTag[token]! : tagOf(tag, relations[token]!)
    ),
    head: Int32Array.from(heads, (head, token) => (head === token ? -1 : head)),
    relation: Uint8Array.from(relations, relationOf)
  }
}

function tagOf(tag: string, relation: string): number {
  if ((relation === 'aux' || relation === 'auxpass') && tag !== 'MD' && tag !== 'TO') return Tag.AUX
  const merged = MERGED_TAGS[tag] ?? tag
  return TAGS.includes(merged as TagName) ? Tag[merged as TagName] : -1
}

const MERGED_TAGS: Readonly<Record<string, TagName>> = {
  NNPS: 'NNP', JJR: 'JJ', JJS: 'JJ', AFX: 'JJ', RBR: 'RB', RBS: 'RB', PDT: 'DT', WP$: 'WP', FW: 'NN', ADD: 'NN', GW: 'NN', XX: 'NN'
} // biome-ignore format: a table

function relationOf(relation: string): number {
  const number = RELATIONS.indexOf((MERGED_RELATIONS[relation] ?? relation) as RelationName)
  return number < 0 ? RELATIONS.length - 1 : number
}

const MERGED_RELATIONS: Readonly<Record<string, RelationName>> = {
  nmod: 'compound', quantmod: 'advmod', predet: 'det', preconj: 'cc', meta: 'dep', csubjpass: 'csubj'
} // biome-ignore format: a table

import { type ConlluMention, EntityReader } from './read-entity-marks.ts'

/** A word of a CoNLL-U file. Offsets are UTF-16 code units into its document's text, end excluded. */
export interface ConlluToken {
  readonly form: string
  readonly lemma: string
  /** The universal part of speech. */
  readonly upos: string
  /** The language's own. */
  readonly xpos: string
  /** Its head by its index in the document's tokens; -1 at a sentence's root. */
  readonly head: number
  readonly relation: string
  readonly start: number
  readonly end: number
  /** The sentence it stands in, counted from 0. */
  readonly sentence: number
}

export interface ConlluDocument {
  readonly id: string
  readonly text: string
  readonly tokens: readonly ConlluToken[]
  /** In the order in which they begin, the outer before the inner. */
  readonly mentions: readonly ConlluMention[]
}

/** The plain text of each document of a CoNLL-U file, paragraphs kept. */
export function readConlluTexts(conllu: string): { id: string; text: string }[] {
  return readConllu(conllu).map(({ id, text }) => ({ id, text }))
}

/**
 * The documents of a CoNLL-U file: texts, paragraphs kept; words with their offsets; and mentions of entities. Words in parts
 * ("don't", 2-3) count as their parts; empty words (8.1) are left out.
 *
 * Format: https://universaldependencies.org/format.html; entities: https://github.com/ufal/corefUD, with the fields that
 * `# global.Entity` names.
 *
 * @throws {Error} when a mention is closed that was not opened, or left open at the document's end.
 */
export function readConllu(conllu: string): ConlluDocument[] {
  const documents: ConlluDocument[] = []
  let reader: DocumentReader | null = null
  for (const line of conllu.split(/\r?\n/)) {
    if (line.startsWith('# newdoc')) {
      if (reader) documents.push(reader.finish())
      reader = new DocumentReader(line.slice(line.indexOf('=') + 1).trim())
    } else reader?.read(line)
  }
  if (reader) documents.push(reader.finish())
  return documents
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

class DocumentReader {
  readonly #id: string
  readonly #tokens: Mutable<ConlluToken>[] = []
  readonly #entities = new EntityReader()
  #text = ''
  #sentence = -1
  #sentenceStart = 0
  #lastOfMultiword = 0
  #multiwordIsSpaced = true

  constructor(id: string) {
    this.#id = id
  }

  read(line: string): void {
    if (line.startsWith('# newpar')) {
      if (this.#text) this.#text = `${this.#text.trimEnd()}\n\n`
    } else if (line.startsWith('# sent_id')) this.#beginSentence()
    else if (line.startsWith('# global.Entity')) this.#entities.nameFields(line.slice(line.indexOf('=') + 1))
    else if (/^\d+(?:-\d+)?\t/.test(line)) this.#readRow(line.split('\t'))
  }

  #beginSentence(): void {
    if (this.#text && !/\s$/.test(this.#text)) this.#text += ' '
    this.#lastOfMultiword = 0
    this.#sentence++
    this.#sentenceStart = this.#tokens.length
  }

  #readRow(columns: readonly string[]): void {
    const [number, form = '', lemma = '', upos = '', xpos = '', , head = '', relation = '', , misc = ''] =
      columns
    const isSpaced = !/SpaceAfter=No/.test(misc)
    const [first, last] = number!.split('-').map(Number)
    if (last !== undefined) {
      this.#lastOfMultiword = last
      this.#multiwordIsSpaced = isSpaced
      return
    }
    this.#entities.read(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '', this.#tokens.length)
    const start = this.#text.length
    this.#text += form
    this.#tokens.push({
      form,
      lemma,
      upos,
      xpos,
      head: Number(head) > 0 ? this.#sentenceStart + Number(head) - 1 : -1,
      relation,
      start,
      end: this.#text.length,
      sentence: Math.max(0, this.#sentence)
    })
    const isInMultiword = first! <= this.#lastOfMultiword
    if (isInMultiword ? first === this.#lastOfMultiword && this.#multiwordIsSpaced : isSpaced)
      this.#text += ' '
  }

  finish(): ConlluDocument {
    return {
      id: this.#id,
      text: this.#text.trimEnd(),
      tokens: this.#tokens,
      mentions: this.#entities.finish(this.#id)
    }
  }
}

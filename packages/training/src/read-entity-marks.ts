/** A mention of an entity, from `Entity=` in the last column. */
export interface ConlluMention {
  /** The same for all mentions of one entity, in one document. */
  readonly entity: string
  /** `person`, `organization`, `place`, `abstract` and so on, as the corpus names it. */
  readonly type: string
  /** The title of its Wikipedia article, where one is given. */
  readonly identity: string | null
  /** Tokens from and to, the end excluded; one pair for each piece. */
  readonly pieces: readonly (readonly [number, number])[]
}

/** CorefUD's order, for files that do not name theirs. */
const DEFAULT_FIELDS = ['eid', 'etype', 'head', 'other']

/** Collects the mentions of a document from the marks at its words, first to last. */
export class EntityReader {
  #fields: readonly string[] = DEFAULT_FIELDS
  readonly #mentions: { -readonly [Key in keyof ConlluMention]: ConlluMention[Key] }[] = []
  /** What is open, by the name that will close it. */
  readonly #open = new Map<string, { mention: number; from: number }[]>()
  /** Where the later pieces of a mention in pieces go. */
  readonly #inPieces = new Map<string, number>()

  nameFields(names: string): void {
    this.#fields = names.trim().split('-')
  }

  /** Reads the marks at a token: `(1-person-…` opens, `1)` closes, `(1-person-…)` is a mention of one token. */
  read(marks: string, token: number): void {
    for (const [mark] of marks.matchAll(/\([^()]*\)?|[^()]+\)/g))
      if (mark.startsWith('(')) {
        const name = this.#begin(mark.replace(/[()]/g, ''), token)
        if (mark.endsWith(')')) this.#end(name, token)
      } else this.#end(mark.slice(0, -1), token)
  }

  #begin(description: string, token: number): string {
    const values = description.split('-')
    const at = (field: string) => values[this.#fields.indexOf(field)]
    const name = values[0]!
    const [, entity, piece] = /^(.*?)(?:\[(\d+)\/\d+\])?$/.exec(name)!
    let mention = Number(piece) > 1 ? this.#inPieces.get(entity!) : undefined
    if (mention === undefined) {
      mention = this.#mentions.length
      if (piece !== undefined) this.#inPieces.set(entity!, mention)
      const identityAt = this.#fields.indexOf('identity')
      // An identity may have hyphens of its own; it is the last field.
      const identity = identityAt < 0 ? '' : values.slice(identityAt).join('-')
      this.#mentions.push({
        entity: entity!,
        type: at('etype') ?? '',
        identity: identity === '' ? null : unescapeMark(identity),
        pieces: []
      })
    }
    const open = this.#open.get(name) ?? []
    open.push({ mention, from: token })
    this.#open.set(name, open)
    return name
  }

  #end(name: string, token: number): void {
    const opened = this.#open.get(name)?.pop()
    if (opened === undefined)
      throw new Error(`the mention "${name}" is closed at token ${token}, but not opened`)
    const mention = this.#mentions[opened.mention]!
    mention.pieces = [...mention.pieces, [opened.from, token + 1]]
  }

  finish(document: string): ConlluMention[] {
    for (const [name, open] of this.#open)
      if (open.length > 0) throw new Error(`${document}: the mention "${name}" is opened, but not closed`)
    return this.#mentions
  }
}

/** Entity marks write the characters that they use themselves as %28, %29, %2C and so on. */
const unescapeMark = (text: string): string =>
  text.replace(/%([2-7][0-9A-F])/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

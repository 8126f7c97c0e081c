/** A stretch of a text: `[start, end]`, UTF-16 code units, end excluded. */
export type Range = [start: number, end: number]

/** An attribution as the corpora give it. What a corpus does not tell is absent. */
export interface GoldAttribution {
  type: string
  source: Range[]
  cue: Range[]
  content: Range[]
  id?: string
  /** The attribution whose content holds this one; null where none does. */
  parentId?: string | null
  act?: string
  /** The cue is denied. */
  negative?: boolean
  /** Who it is, under a name by which the text or the world knows them; null where nobody can be named. */
  speaker?: string | GoldSpeaker | null
}

/** A speaker by their mentions. */
export interface GoldSpeaker {
  type: string
  /** The title of their Wikipedia article. */
  link: string | null
  /** What the text calls them, pronouns aside. */
  names: string[]
}

export interface GoldDocument {
  id: string
  text: string
  attributions: GoldAttribution[]
  /** Who annotated it, where several did. */
  annotator?: string
  /** No attribution inside another is annotated. */
  flat?: boolean
}

/** Documents from NDJSON, one a line, as they are; `readAnnotatedNdjson` checks them. */
export function readCorpus(ndjson: string): GoldDocument[] {
  return ndjson
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldDocument)
}

/** An attribution as the corpora give it: spans are `[start, end]`, UTF-16 code units, end excluded. */
export interface GoldAttribution {
  type: string
  source: [number, number][]
  cue: [number, number][]
  content: [number, number][]
}

export interface GoldDocument {
  id: string
  text: string
  attributions: GoldAttribution[]
}

/** Documents from NDJSON, one a line. */
export function readCorpus(ndjson: string): GoldDocument[] {
  return ndjson
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldDocument)
}

import type { Language } from '@saywho/core'
import { classifyByMarks } from './classify-by-marks.ts'
import { compareByContent } from './compare-by-content.ts'
import type { ConlluDocument } from './read-conllu.ts'
import type { GoldAttribution, GoldDocument, GoldSpeaker, Range } from './read-corpus.ts'
import type { ConlluMention } from './read-entity-marks.ts'
import { readRs4, type WordRange } from './read-rs4.ts'

/** An attribution of GUM's. */
export interface GumAttribution extends GoldAttribution {
  /** The attributing clause. */
  clause: Range[]
  negative: boolean
  speaker?: GoldSpeaker
}

/**
 * A document of GUM, its attributions read from the discourse layer (`rst/rstweb/ID.rs4`) and laid over the text of the
 * CoNLL-U file, whose words are the same.
 *
 * @param language tells how the text is cut into words, for the types; speakers come from the entities of the sources.
 * @throws {Error} when the files do not hold the same words: one in twenty may be spelt otherwise.
 */
export function readGum(rs4: string, document: ConlluDocument, language: Language): GoldDocument {
  const { words, attributions } = readRs4(rs4)
  const { id, text, tokens } = document
  const differ = tokens.filter(({ form }, token) => form !== words[token]).length
  if (words.length !== tokens.length || differ > tokens.length / 20)
    throw new Error(
      `${id}: the discourse layer has ${words.length} words, the text ${tokens.length}; ${differ} differ`
    )
  const typeOf = classifyByMarks(text, language)
  const toRanges = (ranges: readonly WordRange[]): Range[] =>
    ranges.map(([from, to]) => [tokens[from]!.start, tokens[to - 1]!.end])
  return {
    id,
    text,
    attributions: attributions
      .map(({ clause, source, cue, content, negative }): GumAttribution => {
        const speaker = describeSpeaker(source, document)
        const roles = { source: toRanges(source), cue: toRanges(cue), content: toRanges(content) }
        return {
          type: typeOf(roles),
          ...roles,
          clause: toRanges(clause),
          negative,
          ...(speaker ? { speaker } : {})
        }
      })
      .sort(compareByContent)
  }
}

/** The entity that a source's words name: that of the shortest mention around its first piece. */
function describeSpeaker(
  source: readonly WordRange[],
  { text, tokens, mentions }: ConlluDocument
): GoldSpeaker | null {
  const first = source[0]
  if (first === undefined) return null
  const sizeOf = ({ pieces }: ConlluMention) => pieces.reduce((size, [from, to]) => size + to - from, 0)
  const around = mentions
    .filter(({ pieces }) => pieces.some(([from, to]) => from <= first[0] && to >= first[1]))
    .sort((a, b) => sizeOf(a) - sizeOf(b))[0]
  if (around === undefined) return null
  const chain = mentions.filter(({ entity }) => entity === around.entity)
  const names = chain
    .filter(
      ({ pieces: [[from, to] = [0, 0]] }) => !(to - from === 1 && /^(?:PRP|WP)/.test(tokens[from]!.xpos))
    )
    .map(({ pieces }) => text.slice(tokens[pieces[0]![0]]!.start, tokens[pieces.at(-1)![1] - 1]!.end))
  return {
    type: around.type,
    link: chain.find(({ identity }) => identity !== null)?.identity ?? null,
    names: [...new Set(names)]
  }
}

import type { Attribution } from '@saywho/core'

type Part = 'content' | 'cue' | 'source'

/** A stretch of the text that is part of an attribution. */
export interface Mark {
  start: number
  end: number
  part: Part
  /** The attribution's place in the extraction. */
  attribution: number
}

const PARTS = ['content', 'cue', 'source'] as const

/**
 * All stretches to mark in a text, those that hold others before them. Spans are cut to the text, white space at their ends
 * left out; of those with nothing in them there is no mark.
 */
export function listMarks(attributions: readonly Attribution[], text: string): Mark[] {
  const marks = attributions.flatMap((attribution, index) =>
    PARTS.flatMap((part) =>
      attribution[part].map(
        ({ start, end }): Mark => ({
          ...trim(text, Math.max(0, start), Math.min(text.length, end)),
          part,
          attribution: index
        })
      )
    )
  )
  const depths = countParents(attributions)
  return marks
    .filter(({ start, end }) => start < end)
    .sort(
      (a, b) =>
        a.start - b.start ||
        b.end - a.end ||
        PARTS.indexOf(a.part) - PARTS.indexOf(b.part) ||
        depths[a.attribution]! - depths[b.attribution]! ||
        a.attribution - b.attribution
    )
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: start + words.trimEnd().length
  }
}

/** How many attributions stand around each; a parent that is missing, or its own descendant, counts for none. */
function countParents(attributions: readonly Attribution[]): number[] {
  const byId = new Map(attributions.map(({ id }, index) => [id, index]))
  const depths = new Array<number>(attributions.length).fill(-1)
  attributions.forEach((_, index) => {
    const path: number[] = []
    let at: number | undefined = index
    while (at !== undefined && depths[at] === -1) {
      depths[at] = 0
      path.push(at)
      const { parentId }: Attribution = attributions[at]!
      at = parentId === null ? undefined : byId.get(parentId)
    }
    let depth = at === undefined ? 0 : depths[at]! + 1
    for (const its of path.reverse()) depths[its] = depth++
  })
  return depths
}

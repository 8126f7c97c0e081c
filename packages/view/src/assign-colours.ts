import type { Source } from '@saywho/core'

/** How many colours the style has. */
const COLOURS = 8
/** How many shapes of swatch and grounds of text tell sources of one colour apart. */
const SHAPES = 4

/** How a source is told from others: by colour, and where those run out, by a shape and a pattern too. */
export interface Look {
  colour: number
  shape: number
}

/** The look of each source, by its id, in the order of the list. After 32 they come again: names tell them apart. */
export function assignColours(sources: readonly Source[]): Map<string, Look> {
  return new Map(
    sources.map(({ id }, index) => [
      id,
      { colour: index % COLOURS, shape: Math.floor(index / COLOURS) % SHAPES }
    ])
  )
}

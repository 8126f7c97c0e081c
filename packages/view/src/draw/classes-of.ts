import type { Look } from '../assign-colours.ts'

/** The classes that give an element a source's look. */
export const classesOf = (look: Look | null): string[] =>
  look === null ? [] : [`c${look.colour}`, ...(look.shape === 0 ? [] : [`s${look.shape}`])]

import type { Tree } from '../tagging/link-tree.ts'

/** How many steps up from the cue are told apart. */
const LEVELS = 4
const UNTOLD = 255

/** Where each token of the cue's sentence hangs, seen from the cue; columns are indexed by token, the first of them 0. */
export interface Places {
  /** Steps up from the cue to the lowest word above both. */
  readonly level: Uint8Array
  /** The child of that word on the way to the token; -1 where the token is that word itself. */
  readonly branch: Int32Array
  /** Steps down from the branch. */
  readonly depth: Uint8Array
}

/** Room for the places of up to `length` tokens. */
export const makePlaces = (length: number): Places => ({
  level: new Uint8Array(length),
  branch: new Int32Array(length),
  depth: new Uint8Array(length)
})

/** Finds where the tokens `own` up to `ownEnd` hang, seen from the cue, and writes it over `places`. */
export function findPlaces(
  { syntax: { head } }: Tree,
  cue: number,
  own: number,
  ownEnd: number,
  { level, branch, depth }: Places
): void {
  const length = ownEnd - own
  level.fill(UNTOLD, 0, length)
  branch.fill(-1, 0, length)
  depth.fill(0, 0, length)
  let at = cue
  let steps = 0
  while (at >= own && at < ownEnd) {
    level[at - own] = Math.min(LEVELS, steps)
    at = head[at]!
    steps++
  }
  const path: number[] = []
  for (let token = own; token < ownEnd; token++) {
    at = token
    path.length = 0
    while (at >= own && at < ownEnd && level[at - own] === UNTOLD) {
      path.push(at)
      at = head[at]!
    }
    const outside = at < own || at >= ownEnd
    for (let i = path.length - 1; i >= 0; i--) {
      const its = path[i]!
      const above = i === path.length - 1 ? at : path[i + 1]!
      if (outside && i === path.length - 1) {
        level[its - own] = LEVELS + 1
        branch[its - own] = its
      } else {
        level[its - own] = level[above - own]!
        const isTop = branch[above - own]! < 0
        branch[its - own] = isTop ? its : branch[above - own]!
        depth[its - own] = isTop ? 0 : Math.min(3, depth[above - own]! + 1)
      }
    }
  }
}

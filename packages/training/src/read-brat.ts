import { compareByContent } from './compare-by-content.ts'
import type { Range } from './read-corpus.ts'

/** An attribution as an event of a brat file gives it. Ranges are UTF-16 code units, in order, the end excluded. */
export interface BratAttribution {
  source: Range[]
  cue: Range[]
  content: Range[]
}

/**
 * The attributions of a brat standoff file (https://brat.nlplab.org/standoff.html) annotated as PolNeAR is: text-bound
 * annotations `Source`, `Cue` and `Content`, in pieces where words stand between, and events `Attribution` or
 * `Attribution-no-source` with them as arguments; `Content2` is a further piece of the content. Events without a content, remarks
 * (`#1`) and all other annotations (`Discard`, `Discuss`) are left out. Brat counts characters (code points).
 *
 * @returns attributions in the order of their contents.
 * @throws {Error} when a span reaches outside the text or is not its words, or an event has an argument that is not there; the message
 *   begins with the line's number.
 */
export function readBrat(annotations: string, text: string): BratAttribution[] {
  const toUtf16 = countUtf16(text)
  const bound = new Map<string, Range[]>()
  const events: { line: number; roles: string[] }[] = []
  for (const [index, row] of annotations.split(/\r?\n/).entries()) {
    const line = index + 1
    const [, id, offsets, words] = /^(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t(.*)$/.exec(row) ?? []
    if (id !== undefined) {
      const ranges = offsets!.split(';').map((piece): Range => {
        const [start, end] = piece.split(' ').map((offset) => toUtf16(Number(offset)))
        if (start === undefined || end === undefined || start >= end)
          throw new Error(
            `line ${line}: ${id} has the span ${piece} in a text of ${toUtf16.length} characters`
          )
        return [start, end]
      })
      // What brat copies of the text breaks off where the text breaks its line.
      const covered = ranges.map(([start, end]) => text.slice(start, end)).join(' ')
      if (!flatten(covered).startsWith(flatten(words!)))
        throw new Error(`line ${line}: ${id} is "${words}", but the text has "${covered}" there`)
      bound.set(id, ranges)
      continue
    }
    const [, roles] = /^E\d+\tAttribution(?:-no-source)?:T\d+(.*)$/.exec(row) ?? []
    if (roles !== undefined) events.push({ line, roles: roles.trim().split(/\s+/).filter(Boolean) })
  }
  return events
    .map(({ line, roles }) => {
      const attribution = { source: [] as Range[], cue: [] as Range[], content: [] as Range[] }
      for (const argument of roles) {
        const [, role, id] = /^(Source|Cue|Content)\d*:(T\d+)$/.exec(argument) ?? []
        const ranges = bound.get(id ?? '')
        if (role === undefined || ranges === undefined)
          throw new Error(`line ${line}: an attribution has the argument ${argument}, which is not there`)
        attribution[role.toLowerCase() as keyof typeof attribution].push(...ranges)
      }
      for (const ranges of Object.values(attribution)) ranges.sort((a, b) => a[0] - b[0] || a[1] - b[1])
      return attribution
    })
    .filter(({ content }) => content.length > 0)
    .sort(compareByContent)
}

const flatten = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** From offsets in code points to UTF-16 code units; `undefined` outside the text. */
function countUtf16(text: string): ((characters: number) => number | undefined) & { length: number } {
  const units = [0]
  for (const character of text) units.push(units.at(-1)! + character.length)
  const toUtf16 = (characters: number) => units[characters]
  return Object.defineProperty(toUtf16, 'length', { value: units.length - 1 })
}

import type { Extraction } from '@saywho/core'
import { drawTable, GAP } from './draw-table.ts'
import { makeStyle } from './make-style.ts'
import { printable } from './printable.ts'
import { shareWidth } from './share-width.ts'

const HEADS = ['SOURCES', 'TYPE', 'ROLE', 'ANONYMOUS', 'TIMES'] as const
/** Holds "organization", the longest type, so that only names, roles and reasons are ever cut. */
const LEAST = 12

/** Each source on a line, for people: name, type, role, whether it is anonymous or why, and how many attributions it has. */
export function formatSources(
  { attributions, sources }: Pick<Extraction, 'attributions' | 'sources'>,
  columns: number,
  colour: boolean
): string {
  const style = makeStyle(colour)
  const times = new Map<string, number>()
  for (const { sourceIds } of attributions)
    for (const id of sourceIds) times.set(id, (times.get(id) ?? 0) + 1)
  const rows = sources.map((source) => ({
    SOURCES: printable(source.name),
    TYPE: source.type,
    ROLE: printable(source.role ?? ''),
    ANONYMOUS: source.anonymous ? printable(source.reason?.text ?? 'yes') : '',
    TIMES: String(times.get(source.id) ?? 0)
  }))
  // A column without a word in it says no more than its absence.
  const heads = HEADS.filter((head) => rows.some((row) => row[head] !== ''))
  const widths = shareWidth(
    heads.map((head) => rows.reduce((widest, row) => Math.max(widest, row[head].length), head.length)),
    columns - GAP * (heads.length - 1),
    LEAST
  )
  return drawTable(
    heads.map((head, index) => ({
      head,
      width: widths[index]!,
      align: head === 'TIMES' ? 'right' : 'left'
    })),
    rows.map((row) => heads.map((head) => (head === 'SOURCES' ? style('bold', row[head]) : row[head]))),
    { wrap: false, colour }
  )
}

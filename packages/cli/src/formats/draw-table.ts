import Table from 'cli-table3'

const NO_BORDERS = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' '
} // biome-ignore format: a table
/** Spaces after a cell, before the one that stands between columns. */
const PADDING = 1

/** Spaces between columns. */
export const GAP = PADDING + 1

/** A column: its heading, how many characters its cells may take on a line, and which side they keep to. */
export interface Column {
  head: string
  width: number
  align?: 'left' | 'right'
}

/**
 * Rows of cells as a table without lines. A cell that is too wide goes on below with `wrap`, and is cut with "…" without.
 */
export function drawTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { wrap, colour }: { wrap: boolean; colour: boolean }
): string {
  const table = new Table({
    head: columns.map(({ head }) => head),
    colWidths: columns.map(({ width }) => width + PADDING),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    wordWrap: wrap,
    chars: NO_BORDERS,
    style: { head: colour ? ['dim'] : [], border: [], 'padding-left': 0, 'padding-right': PADDING }
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .replace(/[^\S\n]+$/gm, '')
    .trimEnd()
}

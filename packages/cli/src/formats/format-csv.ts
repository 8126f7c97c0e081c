import { type Options, stringify } from 'csv-stringify/sync'
import type { ClaimRecord } from '../claims/list-claims.ts'

const COLUMNS: readonly (keyof ClaimRecord)[] = [
  'document',
  'id',
  'url',
  'source',
  'role',
  'content',
  'sentence',
  'start',
  'end',
  'pieces',
  'confidence',
  'link'
]

/** RFC 4180. Text comes from strangers: a field that a spreadsheet would run as a formula gets an apostrophe before it. */
const CSV: Options = { escape_formulas: true, record_delimiter: 'windows' }

/** The row that names the columns. */
export const formatCsvHeader = (): string => stringify([[...COLUMNS]], CSV)

/** Claims as rows of CSV. What is not known is empty; pieces are written "0-10 24-31". */
export function formatCsv(claims: readonly ClaimRecord[]): string {
  return stringify(
    claims.map((claim) =>
      COLUMNS.map((column) => (column === 'pieces' ? writePieces(claim.pieces) : claim[column]))
    ),
    CSV
  )
}

const writePieces = (pieces: ClaimRecord['pieces'] = []): string =>
  pieces.map(({ start, end }) => `${start}-${end}`).join(' ')

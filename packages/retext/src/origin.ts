import type { Extraction } from '@saywho/core'

declare module 'vfile' {
  interface DataMap {
    /** Who said what in the file, where a plugin of Saywho has read it. */
    saywho: Extraction
    /** Where the extraction's `text` stands in the file, where that is not the file's own text. */
    saywhoOrigins: OriginPiece[]
  }
}

/** A stretch of a file, in UTF-16 code units, end excluded. */
export interface FileRange {
  start: number
  end: number
}

/** A stretch of the linear text, and the stretch of the file that it was drawn from. */
export interface OriginPiece {
  start: number
  end: number
  origin: FileRange
}

/**
 * Adds a piece to those before it. Pieces that stand character for character as in the file, one right after the other,
 * become one.
 */
export function addPiece(pieces: OriginPiece[], piece: OriginPiece): void {
  const last = pieces.at(-1)
  if (
    last !== undefined &&
    last.end === piece.start &&
    last.origin.end === piece.origin.start &&
    isExact(last) &&
    isExact(piece)
  ) {
    last.end = piece.end
    last.origin.end = piece.origin.end
  } else pieces.push(piece)
}

/**
 * Where a stretch of the linear text stands in the file: pieces in order, none where nothing of it does. A piece that the text
 * has in other characters, such as a character reference, is taken whole.
 *
 * @param pieces in the order of the text, not overlapping.
 */
export function findOrigin(pieces: readonly OriginPiece[], start: number, end: number): FileRange[] {
  const found: FileRange[] = []
  for (let at = firstAfter(pieces, start); at < pieces.length && pieces[at]!.start < end; at++) {
    const piece = pieces[at]!
    const from = isExact(piece) ? piece.origin.start + Math.max(0, start - piece.start) : piece.origin.start
    const to = isExact(piece) ? piece.origin.end - Math.max(0, piece.end - end) : piece.origin.end
    const last = found.at(-1)
    if (last?.end === from) last.end = to
    else found.push({ start: from, end: to })
  }
  return found
}

const isExact = ({ start, end, origin }: OriginPiece): boolean => end - start === origin.end - origin.start

/** The first piece that ends after an offset. */
function firstAfter(pieces: readonly OriginPiece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

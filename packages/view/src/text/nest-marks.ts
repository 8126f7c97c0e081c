import type { Mark } from './list-marks.ts'
import type { Paragraph } from './split-paragraphs.ts'

/** A stretch of text, or a mark around such. */
export type Piece = string | MarkedPiece

interface MarkedPiece {
  mark: Mark
  /** False where the mark goes on in the next piece: after a paragraph's end, or where another mark crosses it. */
  isLast: boolean
  pieces: Piece[]
}

/** Marks that stand deeper are left out: no text nests so deep, and a browser's parser stops at some hundreds. */
const MOST_DEEP = 24

/**
 * The pieces of each paragraph, its marks nested: put together, their texts are the paragraph's. A mark that runs over the
 * end of a paragraph, or crosses another, is divided.
 *
 * @param marks in the order of `listMarks`.
 */
export function nestMarks(text: string, paragraphs: readonly Paragraph[], marks: readonly Mark[]): Piece[][] {
  let next = 0
  let running: Mark[] = []
  return paragraphs.map(({ start, end }) => {
    const root: Piece[] = []
    let open: MarkedPiece[] = []
    let at = start
    const within = () => open.at(-1)?.pieces ?? root
    const write = (to: number) => {
      if (to > at) within().push(text.slice(at, to))
      at = Math.max(at, to)
    }
    const enter = (mark: Mark) => {
      if (open.length >= MOST_DEEP) return
      const piece: MarkedPiece = { mark, isLast: false, pieces: [] }
      within().push(piece)
      open.push(piece)
    }
    const close = (to: number) => {
      write(to)
      const first = open.findIndex(({ mark }) => mark.end <= to)
      if (first === -1) return
      const closed = open.slice(first)
      open = open.slice(0, first)
      for (const piece of closed)
        if (piece.mark.end <= to) piece.isLast = true
        else enter(piece.mark)
    }
    const closeUntil = (to: number) => {
      for (;;) {
        const end = Math.min(...open.map(({ mark }) => mark.end))
        if (end > to) break
        close(end)
      }
      write(to)
    }

    for (const mark of running) if (mark.end > start) enter(mark)
    for (; next < marks.length && marks[next]!.start < end; next++) {
      const mark = marks[next]!
      if (mark.end <= start) continue
      closeUntil(Math.max(start, mark.start))
      enter(mark)
    }
    closeUntil(end)
    running = open.map(({ mark }) => mark)
    return root
  })
}

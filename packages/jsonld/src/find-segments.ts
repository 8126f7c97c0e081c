/** A text cut at the boundaries of its words: words, and what stands between them. Offsets are UTF-16 code units. */
export interface Segments {
  readonly count: number
  /** Where a segment begins; for the number after the last, the text's end. */
  startOf(segment: number): number
  /** Whether it is a word or a number. */
  isWord(segment: number): boolean
  /** Whether it ends a line. */
  isLineEnd(segment: number): boolean
  /** The segment that an offset stands in; 0 before the text. */
  at(offset: number): number
  /** Whether a segment begins or the text ends at an offset. */
  isBoundary(offset: number): boolean
}

/** Finds them in pieces of lines, for what a segmenter takes grows with the square of what it is given (V8's does). */
export function findSegments(text: string): Segments {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const starts: number[] = []
  const kinds: number[] = []
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    if (piece === '\n' || piece.startsWith('\r')) {
      starts.push(index)
      kinds.push(Kind.lineEnd)
      continue
    }
    for (const segment of segmenter.segment(piece)) {
      starts.push(index + segment.index)
      kinds.push(segment.isWordLike ? Kind.word : Kind.between)
    }
  }
  const count = starts.length
  starts.push(text.length)
  const at = (offset: number): number => {
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    count,
    startOf: (segment) => starts[segment]!,
    isWord: (segment) => kinds[segment] === Kind.word,
    isLineEnd: (segment) => kinds[segment] === Kind.lineEnd,
    at,
    isBoundary: (offset) => offset === text.length || starts[at(offset)] === offset
  }
}

/** A line's end, or a piece of a line: up to white space that a letter, a digit or a mark follows, where there is any in reach. */
const PIECE = /\r\n?|\n|[^\r\n]{1,1000}(?:[^\r\n]{0,1000}?[^\S\r\n](?=[\p{L}\p{N}\p{P}]))?/gu
const Kind = { between: 0, word: 1, lineEnd: 2 } as const

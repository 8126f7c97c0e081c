/** Words between quotation marks. Offsets are UTF-16 code units into the text searched, marks excluded. */
export interface QuotedPart {
  start: number
  end: number
  /** False: the closing mark is missing, so that the part may be no quotation at all. */
  closed: boolean
}

type Family = 'double' | 'single' | 'angle'

interface Mark {
  start: number
  end: number
  family: Family
  opens: boolean
  closes: boolean
}

/**
 * The parts of a text that stand inside quotation marks, the outermost only, in order: curly, straight, doubled
 * apostrophes ('' and ``), low and angle marks, and single marks, told from apostrophes by what stands beside them.
 *
 *     called it “a ‘bold’ plan” and ''cheap''
 *                ^^^^^^^^^^^^^^       ^^^^^
 *
 * Marks are paired paragraph by paragraph. One left open counts as closed only where the next paragraph opens with its
 * like, as quotations over several paragraphs are set. Where an apostrophe looks like a closing mark (‘the workers’
 * rights’) the part ends early: too few words, but no wrong ones.
 */
export function findQuotedParts(text: string): QuotedPart[] {
  const parts: QuotedPart[] = []
  let running: { part: QuotedPart; family: Family } | null = null
  for (const { start, end } of paragraphsOf(text)) {
    const marks = marksOf(text, start, end)
    const first = marks[0]
    if (running && first?.start === start && first.opens && first.family === running.family)
      running.part.closed = true
    const { found, open } = pairMarks(text, marks)
    parts.push(...found)
    running = null
    if (open) {
      running = { part: { start: open.end, end, closed: false }, family: open.family }
      parts.push(running.part)
    }
  }
  return parts.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

/** Paragraphs, the white space around them left out. */
function paragraphsOf(text: string): { start: number; end: number }[] {
  const paragraphs = []
  let at = 0
  for (const piece of text.split(/(\n\s*\n)/)) {
    const start = at + piece.length - piece.trimStart().length
    if (start < at + piece.length) paragraphs.push({ start, end: at + piece.trimEnd().length })
    at += piece.length
  }
  return paragraphs
}

function pairMarks(text: string, marks: readonly Mark[]): { found: QuotedPart[]; open: Mark | null } {
  const found: QuotedPart[] = []
  let open: Mark | null = null
  const lastSingle = marks.map(({ family, closes }) => family === 'single' && closes).lastIndexOf(true)
  for (const [index, mark] of marks.entries()) {
    if (open === null) {
      if (mark.opens && (mark.family !== 'single' || index < lastSingle)) open = mark
    } else if (open.family === mark.family && (mark.closes || isGermanPair(text, open, mark))) {
      found.push({ start: open.end, end: mark.start, closed: true })
      open = null
    } else if (open.family === mark.family && mark.family !== 'single') {
      // A new line that opens again goes on with the same quotation; elsewhere the mark before was an odd one.
      if (text[mark.start - 1] === '\n') found.push({ start: open.end, end: mark.start, closed: true })
      open = mark
    }
  }
  return { found, open: open?.family === 'single' ? null : open }
}

/** „…“: the mark that opens in English closes what a low mark has opened. */
const isGermanPair = (text: string, open: Mark, close: Mark): boolean =>
  text[open.start] === '„' && text[close.start] === '“'

const MARK = /``|''|["“”„«»‘’']/gu
const OPENING: Readonly<Record<string, Family>> = {
  '“': 'double',
  '„': 'double',
  '``': 'double',
  '«': 'angle'
}
const CLOSING: Readonly<Record<string, Family>> = { '”': 'double', '»': 'angle' }

/** Words that lose their first letters to an apostrophe, after that apostrophe. */
const ELISION = /^(?:\d0s|bout|cause|cuz|em|n|round|til|tis|twas)(?![\p{L}\p{N}])/iu

function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = []
  for (const { 0: form, index } of text.slice(from, to).matchAll(MARK)) {
    const start = from + index
    const end = start + form.length
    const before = start > from ? text[start - 1]! : ' '
    const after = end < to ? text[end]! : ' '
    marks.push({ start, end, ...roleOf(form, before, after, text.slice(end, end + 6)) })
  }
  return marks
}

function roleOf(
  form: string,
  before: string,
  after: string,
  following: string
): Pick<Mark, 'family' | 'opens' | 'closes'> {
  const opening = OPENING[form]
  if (opening) return { family: opening, opens: true, closes: false }
  const closing = CLOSING[form]
  if (closing) return { family: closing, opens: false, closes: true }
  const isSpacedBefore = /[\s([{\p{Pd}]/u.test(before)
  const isSpacedAfter = /\s/.test(after)
  if (form === '"' || form === "''")
    return {
      family: 'double',
      opens: isSpacedBefore || !isSpacedAfter,
      closes: !isSpacedBefore || isSpacedAfter
    }
  const isFree = isSpacedBefore || /[“„«‘"']/.test(before)
  return {
    family: 'single',
    opens: form !== '’' && (form === '‘' || isFree) && !isSpacedAfter && !ELISION.test(following),
    closes: form !== '‘' && !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)
  }
}

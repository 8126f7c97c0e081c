import { parseEntities } from 'parse-entities'

/** Characters of a text node's value, by offsets into it, and where they stand in the file. */
export interface AlignedRun {
  from: number
  to: number
  start: number
  end: number
  /** Character by character; else as a whole, such as a character reference or all that can't be told apart. */
  inStep: boolean
}

interface Reference {
  start: number
  end: number
  value: string
}

/**
 * Tells where in the file each character of a text node stands, in time linear in its length.
 *
 * A file is HTML or Markdown, and nothing in a tree says which, so that each is tried: HTML has character references, line
 * ends that count two, and tags that a parser drops; Markdown has escapes and what leads the lines of a block, too.
 *
 * @param value the node's value.
 * @param source the node's extent in the file.
 * @param offset where that begins.
 * @returns runs in order that cover the value; one for the whole, not in step, where the two can't be aligned.
 */
export function alignSource(value: string, source: string, offset: number): AlignedRun[] {
  const whole = { from: 0, to: value.length, start: offset, end: offset + source.length }
  if (value === source) return [{ ...whole, inStep: true }]
  const references = findReferences(source)
  const aligned =
    align(value, source, references, skipHtml) ??
    align(value, source, [...references, ...findEscapes(source)].sort(byStart), skipMarkdown)
  return (
    aligned?.map((run) => ({ ...run, start: run.start + offset, end: run.end + offset })) ?? [
      { ...whole, inStep: false }
    ]
  )
}

const byStart = (first: Reference, second: Reference): number => first.start - second.start

function findReferences(source: string): Reference[] {
  const references: Reference[] = []
  if (source.includes('&'))
    parseEntities(source, {
      reference: (value, { start, end }) => {
        references.push({ start: start.offset!, end: end.offset!, value })
      },
      position: { line: 1, column: 1, offset: 0 }
    })
  return references
}

const findEscapes = (source: string): Reference[] =>
  [...source.matchAll(/\\[!-/:-@[-`{-~]/g)].map(({ 0: pair, index }) => ({
    start: index,
    end: index + 2,
    value: pair.charAt(1)
  }))

/** Passes over what a format has in the file and not in the tree; the offset is the same where nothing is to be passed over. */
type Skip = (source: string, at: number, value: string, next: number) => number

function align(
  value: string,
  source: string,
  references: readonly Reference[],
  skip: Skip
): AlignedRun[] | null {
  const runs: AlignedRun[] = []
  const add = (from: number, to: number, start: number, end: number) => {
    const inStep = to - from === end - start && value.slice(from, to) === source.slice(start, end)
    const last = runs.at(-1)
    if (inStep && last?.inStep && last.end === start) {
      last.to = to
      last.end = end
    } else runs.push({ from, to, start, end, inStep })
  }
  let at = 0
  let next = 0
  let reference = 0
  while (next < value.length || at < source.length) {
    const skipped = skip(source, at, value, next)
    if (skipped > at) {
      at = skipped
      continue
    }
    if (next >= value.length) return null
    while (reference < references.length && references[reference]!.start < at) reference++
    const { start, end, value: decoded } = references[reference] ?? { start: -1, end: 0, value: '' }
    if (start === at && value.startsWith(decoded, next)) {
      add(next, next + decoded.length, at, end)
      at = end
      next += decoded.length
    } else if (source[at] === '\r' && value[next] === '\n') {
      const to = source[at + 1] === '\n' ? at + 2 : at + 1
      add(next, next + 1, at, to)
      at = to
      next++
    } else if (source[at] === value[next]) {
      add(next, next + 1, at, at + 1)
      at++
      next++
    } else return null
  }
  return runs
}

/** Tags and comments that left no node, and NUL. */
function skipHtml(source: string, at: number, value: string, next: number): number {
  const code = source.charCodeAt(at)
  if (code === 0 && value.charCodeAt(next) !== 0) return at + 1
  if (code !== 60 || !/[a-z/!?]/i.test(source.charAt(at + 1))) return at
  return endOfTag(source, at)
}

/** Where the tag or comment that begins at an offset ends; the end of the source if it does not. */
function endOfTag(source: string, at: number): number {
  if (source.startsWith('<!--', at)) return endAfter(source, '-->', at + 4)
  if (!/[a-z]/i.test(source.charAt(source[at + 1] === '/' ? at + 2 : at + 1)))
    return endAfter(source, '>', at + 1)
  let mark = ''
  for (let index = at + 1; index < source.length; index++) {
    const character = source[index]!
    if (mark !== '') mark = character === mark ? '' : mark
    else if (character === '>') return index + 1
    else if (
      (character === '"' || character === "'") &&
      /=\s*$/.test(source.slice(Math.max(at, index - 8), index))
    )
      mark = character
  }
  return source.length
}

function endAfter(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from)
  return found < 0 ? source.length : found + mark.length
}

const LEADER = /[ \t>]+/y

/** White space at the ends of lines, and what leads a line that goes on in a quotation or a list. */
function skipMarkdown(source: string, at: number, value: string, next: number): number {
  if (at > 0 && /[\r\n]/.test(source.charAt(at - 1))) {
    LEADER.lastIndex = at
    return LEADER.test(source) ? LEADER.lastIndex : at
  }
  const character = source[at]
  return (character === ' ' || character === '\t') && character !== value[next] ? at + 1 : at
}

import type { QuotedStretch } from '../types.ts'

/**
 * What a plain text sets apart as others' words by ">" at the begin of each line, as mail and Markdown do: a stretch for each run of such lines of one
 * depth, without the marks before its first line. A line that leads in what is quoted deeper, "> Ana wrote:", is no part of one.
 */
export function findQuotedLines(text: string): QuotedStretch[] {
  if (!text.includes('>')) return []
  const found: { start: number; end: number }[] = []
  const lines = [...text.matchAll(LINE)].map(({ index, 0: line }) => {
    const mark = QUOTED.exec(line)?.[0] ?? ''
    return { depth: mark.replace(NO_MARK, '').length, start: index + mark.length, end: index + line.length }
  })
  let open = 0
  lines.forEach(({ depth, start, end }, index) => {
    const its = text.slice(start, end).trimEnd()
    const leadsIn = its.endsWith(':') && (lines[index + 1]?.depth ?? 0) > depth
    // ">" alone goes on
    if (depth > 0 && its === '') return
    const last = found.at(-1)
    if (depth === 0 || leadsIn) open = 0
    else if (depth === open && last !== undefined) last.end = start + its.length
    else {
      found.push({ start, end: start + its.length })
      open = depth
    }
  })
  return found
}

const LINE = /[^\n]*\n?/g
const QUOTED = /^[ \t]{0,3}(?:>[ \t]?)+/
const NO_MARK = /[^>]/g

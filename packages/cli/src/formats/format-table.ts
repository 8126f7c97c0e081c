import type { Attribution, Extraction } from '@saywho/core'
import { drawTable, GAP } from './draw-table.ts'
import { formatSources } from './format-sources.ts'
import { makeStyle } from './make-style.ts'
import { printable } from './printable.ts'

const WHO = 21
const CUE = 16
const KIND = 10
const SURE = 4
const NARROWEST_WHAT = 24

/**
 * Who said what, a row an attribution, for people. Second-hand words stand under an arrow; the figure is the confidence.
 * The sources follow, a line each.
 */
export function formatTable(id: string, extraction: Extraction, columns: number, colour: boolean): string {
  const { attributions, sources } = extraction
  const style = makeStyle(colour)
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  const head = `${style('bold', printable(id))}  ${count(attributions.length, 'attribution')}, ${count(sources.length, 'source')}`
  if (attributions.length === 0) return `${head}\n`
  const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
  const parents = new Map(attributions.map(({ id, parentId }) => [id, parentId]))
  const said = drawTable(
    [
      { head: 'WHO', width: WHO },
      { head: 'CUE', width: CUE },
      { head: 'WHAT', width: Math.max(NARROWEST_WHAT, columns - WHO - CUE - KIND - SURE - 4 * GAP) },
      { head: 'HOW', width: KIND },
      { head: 'SURE', width: SURE }
    ],
    attributions.flatMap((attribution) => [
      [
        '↳ '.repeat(Math.min(3, depthOf(attribution.id, parents))) +
          style('bold', whoOf(attribution, nameOf)),
        printable(joinSpans(attribution.cue)) + (attribution.negative ? ' (denied)' : ''),
        printable(joinSpans(attribution.content)),
        kindOf(attribution),
        style('dim', `${Math.round(attribution.confidence * 100)}%`)
      ],
      ['', '', '', '', '']
    ]),
    { wrap: true, colour }
  )
  const sections = [head, said, ...(sources.length > 0 ? [formatSources(extraction, columns, colour)] : [])]
  return `${sections.join('\n\n')}\n`
}

function whoOf({ source, sourceIds, stated }: Attribution, nameOf: ReadonlyMap<string, string>): string {
  const named = sourceIds.map((id) => nameOf.get(id) ?? id).join(', ')
  const who = named || joinSpans(source) || '(nobody named)'
  return printable(stated ? who : `(${who})`)
}

function kindOf({ type, act }: Attribution): string {
  return act === 'statement' ? type : `${type} ${act}`
}

function depthOf(id: string, parents: ReadonlyMap<string, string | null>): number {
  let depth = 0
  for (let parent = parents.get(id); parent; parent = parents.get(parent)) depth++
  return depth
}

const joinSpans = (spans: readonly { text: string }[]): string => spans.map(({ text }) => text).join(' … ')

import { styleText } from 'node:util'
import type { Attribution, Extraction } from '@saywho/core'
import Table from 'cli-table3'
import { printable } from './printable.ts'

const NO_BORDERS = {
  top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '',
  left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: ' '
} // biome-ignore format: a table
const WHO = 22
const CUE = 17
const KIND = 11
const SURE = 5
const NARROWEST_WHAT = 24

/** Who said what, a row an attribution, for people. Second-hand words stand under an arrow; the figure is the confidence. */
export function formatTable(
  id: string,
  { attributions, sources }: Extraction,
  columns: number,
  colour: boolean
): string {
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(format, text) : text
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  const head = `${style('bold', printable(id))}  ${count(attributions.length, 'attribution')}, ${count(sources.length, 'source')}\n`
  if (attributions.length === 0) return head
  const nameOf = new Map(sources.map(({ id, name }) => [id, name]))
  const parents = new Map(attributions.map(({ id, parentId }) => [id, parentId]))
  const table = new Table({
    head: ['WHO', 'CUE', 'WHAT', 'HOW', 'SURE'],
    colWidths: [WHO, CUE, Math.max(NARROWEST_WHAT, columns - WHO - CUE - KIND - SURE), KIND, SURE],
    wordWrap: true,
    chars: NO_BORDERS,
    style: { head: colour ? ['dim'] : [], border: [], 'padding-left': 0, 'padding-right': 1 }
  })
  for (const attribution of attributions) {
    const indent = '↳ '.repeat(Math.min(3, depthOf(attribution.id, parents)))
    table.push([
      indent + style('bold', whoOf(attribution, nameOf)),
      printable(joinSpans(attribution.cue)) + (attribution.negative ? ' (denied)' : ''),
      printable(joinSpans(attribution.content)),
      kindOf(attribution),
      style('dim', `${Math.round(attribution.confidence * 100)}%`)
    ])
    table.push(['', '', '', '', ''])
  }
  return `${head}\n${table
    .toString()
    .replace(/[^\S\n]+$/gm, '')
    .trimEnd()}\n`
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

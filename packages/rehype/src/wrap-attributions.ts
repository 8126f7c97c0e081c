import type { Attribution, Span } from '@saywho/core'
import type { Element, ElementContent, Parents, Properties, RootContent, Text } from 'hast'
import elements from './elements.json' with { type: 'json' }
import type { LinearText, TextRun } from './linearise-tree.ts'
import { type Locate, piecesOf } from './map-origins.ts'
import { anchorOf, CONTENT, CUE, describeContent, SOURCE } from './wrapper.ts'

type Point = NonNullable<Text['position']>['start']
/** A place in the file by its offset; undefined where it has none such. */
export type ToPoint = (offset: number) => Point | undefined

/** A stretch of the linear text, and what to say of it. */
interface Mark {
  start: number
  end: number
  properties: Properties
}

/** A mark's part in one run of text nodes: offsets into their joint value. */
interface Layer {
  from: number
  to: number
  mark: number
}

const WITHOUT_PHRASING = new Set(elements.withoutPhrasing)

/**
 * Puts `<span>`s around contents, cues and sources, in the tree's own text nodes: within each parent, so that no element is
 * parted, and within each other as attributions are.
 *
 * @param toPoint a place in the file, for the positions of the text nodes that are cut.
 * @returns the attributions whose contents have an element with their id.
 */
export function wrapAttributions(
  attributions: readonly Attribution[],
  prose: LinearText,
  locate: Locate,
  toPoint: ToPoint
): Set<string> {
  const marks = listMarks(attributions)
  const layersOf = new Map<TextRun, Layer[]>()
  const offsetOf = new Map<Text, number>()
  for (const run of new Set(prose.runs.values())) {
    let offset = 0
    for (const node of run.nodes) {
      offsetOf.set(node, offset)
      offset += node.value.length
    }
  }
  marks.forEach(({ start, end }, mark) => {
    let layer: Layer | null = null
    let around: TextRun | null = null
    for (const { node, from, to } of piecesOf(prose.pieces, { start, end })) {
      const run = prose.runs.get(node)!
      const offset = offsetOf.get(node)!
      if (layer !== null && run === around) layer.to = offset + to
      else {
        layer = { from: offset + from, to: offset + to, mark }
        around = run
        const layers = layersOf.get(run)
        if (layers) layers.push(layer)
        else layersOf.set(run, [layer])
      }
    }
  })

  const anchored = new Set<string>()
  const describe = (mark: number): Properties => {
    const { properties } = marks[mark]!
    const id = properties[CONTENT]
    if (typeof id !== 'string' || anchored.has(id)) return { ...properties }
    anchored.add(id)
    return { id: anchorOf(id), ...properties }
  }
  const replacements = new Map<Parents, Map<RootContent, ElementContent[]>>()
  for (const run of new Set(prose.runs.values())) {
    const layers = layersOf.get(run)
    const { parent, nodes } = run
    if (layers === undefined || (parent.type === 'element' && WITHOUT_PHRASING.has(parent.tagName))) continue
    const nested = nestLayers(layers)
    const replaced = replacements.get(parent) ?? new Map()
    replacements.set(parent, replaced)
    const children = buildSpans(nested, describe, cutText(nodes, locate, toPoint))
    nodes.forEach((node, index) => {
      replaced.set(node, index === 0 ? children : [])
    })
  }
  for (const [parent, replaced] of replacements)
    parent.children = (parent.children as RootContent[]).flatMap((child) => replaced.get(child) ?? [child])
  return anchored
}

/** Contents, then sources and cues; one for several attributions where they share the words. In order, the longer before the shorter. */
function listMarks(attributions: readonly Attribution[]): Mark[] {
  const contents = attributions.flatMap((attribution) =>
    attribution.content.map(
      ({ start, end }): Mark => ({ start, end, properties: describeContent(attribution) })
    )
  )
  const shared = (name: string, spansOf: (attribution: Attribution) => readonly Span[]): Mark[] => {
    const byPlace = new Map<string, { start: number; end: number; ids: string[] }>()
    for (const attribution of attributions)
      for (const { start, end } of spansOf(attribution)) {
        const place = byPlace.get(`${start} ${end}`)
        if (place) place.ids.push(attribution.id)
        else byPlace.set(`${start} ${end}`, { start, end, ids: [attribution.id] })
      }
    return [...byPlace.values()].map(({ start, end, ids }) => ({
      start,
      end,
      properties: { [name]: ids.join(' ') }
    }))
  }
  return [...contents, ...shared(SOURCE, ({ source }) => source), ...shared(CUE, ({ cue }) => cue)].sort(
    (first, second) => first.start - second.start || second.end - first.end
  )
}

/** The layers so cut that of any two one holds the other or they are apart; in order, the outer before the inner. */
function nestLayers(layers: readonly Layer[]): Layer[] {
  const compare = (first: Layer, second: Layer) =>
    first.from - second.from || second.to - first.to || first.mark - second.mark
  const waiting = [...layers].sort(compare)
  const nested: Layer[] = []
  const open: Layer[] = []
  for (let index = 0; index < waiting.length; index++) {
    const layer = waiting[index]!
    while (open.length > 0 && open.at(-1)!.to <= layer.from) open.pop()
    const around = open.at(-1)
    if (around !== undefined && around.to < layer.to) {
      const rest = { ...layer, from: around.to }
      let place = index + 1
      while (place < waiting.length && compare(waiting[place]!, rest) < 0) place++
      waiting.splice(place, 0, rest)
      layer.to = around.to
    }
    nested.push(layer)
    open.push(layer)
  }
  return nested
}

/** The children that take the place of a run of text nodes. */
function buildSpans(
  layers: readonly Layer[],
  describe: (mark: number) => Properties,
  cut: (from: number, to: number) => Text[]
): ElementContent[] {
  const top: ElementContent[] = []
  const open: { children: ElementContent[]; to: number }[] = [{ children: top, to: Number.POSITIVE_INFINITY }]
  let at = 0
  const writeTo = (to: number) => {
    open.at(-1)!.children.push(...cut(at, to))
    at = Math.max(at, to)
  }
  const closeTo = (from: number) => {
    while (open.at(-1)!.to <= from) {
      writeTo(open.at(-1)!.to)
      open.pop()
    }
  }
  for (const { from, to, mark } of layers) {
    closeTo(from)
    writeTo(from)
    const span: Element = { type: 'element', tagName: 'span', properties: describe(mark), children: [] }
    open.at(-1)!.children.push(span)
    open.push({ children: span.children, to })
  }
  closeTo(Number.MAX_SAFE_INTEGER)
  writeTo(Number.POSITIVE_INFINITY)
  return top
}

/** Cuts the joint value of text nodes, each part with its place in the file where that is known. */
function cutText(
  nodes: readonly Text[],
  locate: Locate,
  toPoint: ToPoint
): (from: number, to: number) => Text[] {
  const starts: number[] = []
  let length = 0
  for (const { value } of nodes) {
    starts.push(length)
    length += value.length
  }
  let first = 0
  return (from, to) => {
    const parts: Text[] = []
    while (first < nodes.length && starts[first]! + nodes[first]!.value.length <= from) first++
    for (let index = first; index < nodes.length && starts[index]! < to; index++) {
      const node = nodes[index]!
      const begin = Math.max(0, from - starts[index]!)
      const end = Math.min(node.value.length, to - starts[index]!)
      if (begin >= end) continue
      parts.push(begin === 0 && end === node.value.length ? node : cutNode(node, begin, end, locate, toPoint))
    }
    return parts
  }
}

/** A part of a text node; where the file can't tell it from the rest it has no position. */
function cutNode(node: Text, from: number, to: number, locate: Locate, toPoint: ToPoint): Text {
  const ranges = locate(node, from, to)
  const first = ranges.at(0)
  const last = ranges.at(-1)
  const start = first?.isExact ? toPoint(first.start) : undefined
  const end = last?.isExact ? toPoint(last.end) : undefined
  return {
    type: 'text',
    value: node.value.slice(from, to),
    ...(start === undefined || end === undefined ? {} : { position: { start, end } })
  }
}

import type { Element } from 'hast'
import { h } from 'hastscript'
import { assignColours } from '../assign-colours.ts'
import { listMarks } from '../text/list-marks.ts'
import { nestMarks } from '../text/nest-marks.ts'
import { type Paragraph, splitParagraphs } from '../text/split-paragraphs.ts'
import type { ViewData } from '../view-data.ts'
import { drawLegend } from './draw-legend.ts'
import { drawNote } from './draw-note.ts'
import { drawPieces } from './draw-pieces.ts'
import { drawRail } from './draw-rail.ts'
import { readRelations } from './read-relations.ts'

/**
 * The whole view as a tree of HTML: a legend, the text with a note for each attribution beside its paragraph, and the rail of
 * sources and filters. It is all there to read, print and search without a script.
 *
 * @param railId an id for the rail, where something is to lead there.
 */
export function drawView({ text, extraction }: ViewData, railId?: string): Element {
  const { attributions, sources } = extraction
  const looks = assignColours(sources)
  const relations = readRelations(extraction, looks)
  const paragraphs = splitParagraphs(text)
  const rows = nestMarks(text, paragraphs, listMarks(attributions, text))
  const notes = paragraphs.map((): Element[] => [])
  const rest: Element[] = []
  for (const relation of relations) {
    const row = findParagraph(paragraphs, relation.attribution.content[0]?.start ?? 0)
    const beside = notes[row] ?? rest
    beside.push(drawNote(relation))
  }
  return h('div', { className: ['saywho'] }, [
    drawLegend(attributions.length > 0),
    h('div', { className: ['body'] }, [
      h('div', { className: ['article'] }, [
        ...rows.map((pieces, index) =>
          h('div', { className: ['row'] }, [
            h('p', drawPieces(pieces, relations)),
            ...drawNotes(notes[index]!)
          ])
        ),
        ...drawNotes(rest)
      ]),
      drawRail(extraction, looks, railId)
    ])
  ])
}

const drawNotes = (notes: Element[]): Element[] =>
  notes.length === 0 ? [] : [h('ol', { className: ['notes'] }, notes)]

/** The place of the paragraph that holds an offset, or that comes next after it; the last one where none does. */
function findParagraph(paragraphs: readonly Paragraph[], offset: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (paragraphs[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

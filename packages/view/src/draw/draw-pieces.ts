import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { wordingOf } from '../labels.ts'
import type { Piece } from '../text/nest-marks.ts'
import { classesOf } from './classes-of.ts'
import type { Relation } from './read-relations.ts'

/** The pieces of a paragraph as elements. After the end of each content stands its note's number, which the style writes: it is no part of the text. */
export function drawPieces(pieces: readonly Piece[], relations: readonly Relation[]): ElementContent[] {
  return pieces.flatMap((piece): ElementContent[] => {
    if (typeof piece === 'string') return [{ type: 'text', value: piece }]
    const { mark, isLast } = piece
    const { attribution, number, look } = relations[mark.attribution]!
    const marked: Element = h(
      'span',
      {
        className: [mark.part, ...classesOf(look)],
        dataN: number,
        ...(mark.part === 'content' ? { dataType: wordingOf(attribution) } : {})
      },
      drawPieces(piece.pieces, relations)
    )
    return mark.part === 'content' && isLast
      ? [marked, h('sup', { className: classesOf(look), dataN: number, ariaHidden: 'true' })]
      : [marked]
  })
}

import { buildWindow, type Language, Tag } from '@saywho/core/rooms'
import { foldOf, isUnknown, labelWindow, readLesson, type TrainingDocument } from '@saywho/training'

/** A document as `lessons.py` reads it: its tokens, and for each annotated cue its window with the role of every unit. */
export function toLessonLine(document: TrainingDocument, language: Language, isHeld: boolean): string {
  const lesson = readLesson(document, language)
  const { reading, aligned, weight } = lesson
  const { tokens, tree, quotations } = reading
  const all = Array.from({ length: tokens.count }, (_, token) => token)
  return JSON.stringify({
    id: document.id,
    fold: foldOf(document.text),
    held: isHeld,
    weight,
    form: tokens.form,
    sentenceStart: [...tokens.sentenceStart],
    paragraph: [...tokens.paragraph],
    depth: all.map((token) =>
      quotations.outermost[token]! < 0
        ? 0
        : quotations.outermost[token] === quotations.innermost[token]
          ? 1
          : 2
    ),
    name: all.map((token) => (tree.syntax.tag[token] === Tag.NNP ? 1 : 0)),
    unknown: all.filter((token) => isUnknown(lesson, token)),
    windows: aligned
      .filter(({ head }) => head >= 0)
      .map((attribution) => {
        const { cue, from, to, first, end } = buildWindow(reading, attribution.head)
        const window = { cue, from, to, first, end }
        return { ...window, labels: [...labelWindow(window, attribution)] }
      })
  })
}

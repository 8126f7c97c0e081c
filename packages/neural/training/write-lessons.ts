import { buildWindow, type Language, Tag } from '@saywho/core/rooms'
import { isUnknown, labelWindow, readLesson, type TrainingDocument } from '@saywho/training'
import { depthOf } from '../src/encode-text.ts'

/** A document as `lessons.py` reads it: its tokens, and for each annotated cue its window with the role of every unit. */
export function toLessonLine(document: TrainingDocument, language: Language): string {
  const lesson = readLesson(document, language)
  const { reading, aligned, weight, fold } = lesson
  const { tokens, tree, quotations } = reading
  const all = Array.from({ length: tokens.count }, (_, token) => token)
  return JSON.stringify({
    id: document.id,
    fold,
    weight,
    form: tokens.form,
    sentenceStart: [...tokens.sentenceStart],
    paragraph: [...tokens.paragraph],
    depth: all.map((token) => depthOf(quotations, token)),
    name: all.map((token) => (tree.syntax.tag[token] === Tag.NNP ? 1 : 0)),
    unknown: all.filter((token) => isUnknown(lesson, token)),
    windows: aligned
      .filter(({ head }) => head >= 0)
      .map((attribution) => {
        const window = buildWindow(reading, attribution.head)
        return { ...window, labels: [...labelWindow(window, attribution)] }
      })
  })
}

import type { Language } from '@saywho/core'
import { classifyByMarks } from './classify-by-marks.ts'
import { readBrat } from './read-brat.ts'
import type { GoldDocument } from './read-corpus.ts'

/** A file by its name, without its folder. */
export interface NamedFile {
  readonly name: string
  readonly content: string
}

/**
 * PolNeAR's documents from a part of it as published: `text/ID.txt`, and in `attributions` a brat file `ID_ANNOTATOR.ann` from
 * each who annotated it. Of several annotators the first by name counts, unless all are asked for; then a
 * document comes once for each.
 *
 * @param language tells how the text is cut into words, for the types.
 * @throws {Error} when a text has no annotations, or the other way round, or a file can't be read; the message begins with its name.
 */
export function readPolnear(
  texts: readonly NamedFile[],
  annotations: readonly NamedFile[],
  language: Language,
  annotators: 'first' | 'all' = 'first'
): GoldDocument[] {
  const filesOf = new Map<string, { annotator: string; file: NamedFile }[]>()
  for (const file of [...annotations].sort(byName)) {
    const [, id, annotator] = /^(.+)_([^_]+)\.ann$/.exec(file.name) ?? []
    if (id === undefined) throw new Error(`${file.name}: is not named ID_ANNOTATOR.ann`)
    filesOf.set(id, [...(filesOf.get(id) ?? []), { annotator: annotator!, file }])
  }
  const documents = [...texts].sort(byName).flatMap(({ name, content: text }) => {
    const id = name.replace(/\.txt$/, '')
    const files = filesOf.get(id)
    if (files === undefined) throw new Error(`${name}: nobody annotated it`)
    filesOf.delete(id)
    const typeOf = classifyByMarks(text, language)
    return (annotators === 'all' ? files : files.slice(0, 1)).map(
      ({ annotator, file }): GoldDocument => ({
        id,
        annotator,
        flat: true,
        text,
        attributions: readNamed(file, text).map((roles) => ({ type: typeOf(roles), ...roles }))
      })
    )
  })
  const [left] = filesOf.values()
  if (left !== undefined) throw new Error(`${left[0]!.file.name}: its text is not there`)
  return documents
}

const byName = (a: NamedFile, b: NamedFile): number => (a.name < b.name ? -1 : Number(a.name > b.name))

function readNamed({ name, content }: NamedFile, text: string) {
  try {
    return readBrat(content, text)
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`)
  }
}

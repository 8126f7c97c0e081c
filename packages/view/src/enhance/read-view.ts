/** A note of a drawn view and what belongs to it, read back from its elements. */
export interface NoteParts {
  note: HTMLElement
  link: HTMLAnchorElement
  /** Its attribution's id, which is the note's. */
  id: string
  number: string
  /** The pieces of its content, cue and source in the text, in order. */
  marks: HTMLElement[]
}

/** The notes of a drawn view, in order, and each by its number. */
export function readView(view: HTMLElement): Map<string, NoteParts> {
  const parts = new Map<string, NoteParts>()
  for (const note of view.querySelectorAll<HTMLElement>('.note')) {
    const number = note.dataset.n!
    parts.set(number, { note, link: note.querySelector('a')!, id: note.id, number, marks: [] })
  }
  for (const mark of view.querySelectorAll<HTMLElement>('p [data-n]'))
    parts.get(mark.dataset.n!)?.marks.push(mark)
  return parts
}

import type { NoteParts } from './read-view.ts'

/** What is asked for, by data attribute: of each, any of the values; none asked for, all. */
interface Wanted {
  by: Set<string>
  type: Set<string>
  act: Set<string>
}

/** What is pressed, each as its filter and value (of a source, its id), and the least confidence in percent. */
export interface Filters {
  pressed: Set<string>
  sure: string
}

/** Which of a view's notes are shown. */
export interface NoteFilter {
  isShown(parts: NoteParts): boolean
  /** As they are now. */
  filters: Filters
}

/**
 * Lets the filters of a view be used: what they leave out is no longer marked in the text, and its note goes.
 *
 * @param filters what is filtered from the start.
 * @param onChange is called after the notes shown have changed.
 */
export function filterNotes(
  view: HTMLElement,
  notes: ReadonlyMap<string, NoteParts>,
  filters: Filters,
  onChange: () => void
): NoteFilter {
  const buttons = [...view.querySelectorAll<HTMLButtonElement>('.rail [data-filter]')]
  const tools = view.querySelector<HTMLElement>('.tools')
  const wanted: Wanted = { by: new Set(), type: new Set(), act: new Set() }
  const hidden = new Set<NoteParts>()
  const filter = { isShown: (parts: NoteParts) => !hidden.has(parts), filters }
  if (!tools) return filter
  const slider = tools.querySelector('input')!
  const output = tools.querySelector('output')!
  const status = tools.querySelector('[role=status]')!
  const reset = tools.querySelector<HTMLButtonElement>('.reset')!

  const isWanted = ({ note }: NoteParts): boolean => {
    const { by = '', type, act, sure } = note.dataset
    return (
      (wanted.by.size === 0 || by.split(' ').some((source) => wanted.by.has(source))) &&
      (wanted.type.size === 0 || wanted.type.has(type!)) &&
      (wanted.act.size === 0 || wanted.act.has(act!)) &&
      Number(sure) >= Number(slider.value)
    )
  }
  const apply = () => {
    hidden.clear()
    for (const parts of notes.values()) {
      const isHidden = !isWanted(parts)
      if (isHidden) hidden.add(parts)
      parts.note.hidden = isHidden
      for (const mark of parts.marks) mark.classList.toggle('off', isHidden)
    }
    filters.sure = slider.value
    output.textContent = `${slider.value} %`
    status.textContent = `${notes.size - hidden.size} of ${notes.size} shown`
    reset.hidden = hidden.size === 0
    onChange()
  }

  for (const button of buttons) {
    button.disabled = false
    const set = wanted[button.dataset.filter as keyof Wanted]
    const value = button.dataset.value!
    const name = `${button.dataset.filter} ${button.dataset.source ?? value}`
    const press = (isPressed: boolean) => {
      set[isPressed ? 'add' : 'delete'](value)
      filters.pressed[isPressed ? 'add' : 'delete'](name)
      button.setAttribute('aria-pressed', String(isPressed))
    }
    if (filters.pressed.has(name)) press(true)
    button.addEventListener('click', () => {
      press(!set.has(value))
      apply()
    })
  }
  slider.addEventListener('input', apply)
  reset.addEventListener('click', () => {
    for (const set of [...Object.values(wanted), filters.pressed]) set.clear()
    for (const button of buttons) button.setAttribute('aria-pressed', 'false')
    slider.value = '0'
    apply()
    slider.focus()
  })
  slider.value = filters.sure
  tools.hidden = false
  apply()
  return filter
}

import { make } from '../elements.ts'

/** What a form asks for, in plain words. */
export interface FieldWords {
  /** The path that problems name it by, such as `author.name`. */
  name: string
  label: string
  hint: string
  kind: string
  /** Whether it may stay empty. */
  optional?: boolean
  /** What to say where it is empty and must not be; the library's words otherwise. */
  missing?: string
}

type Input = HTMLInputElement | HTMLSelectElement

/** A field of a form, drawn: what is amiss with it is shown below it and read out with it. */
export interface Field {
  name: string
  element: HTMLElement
  input: Input
  /** Shows what is wrong, in a sentence; an empty one, that nothing is. */
  showProblem(problem: string): void
  /** Shows what could be better. */
  showAdvice(advice: string): void
}

/** Draws a field: its label, what it is for, and where it is filled in. */
export function drawField({ name, label, hint, kind, optional, missing }: FieldWords): Field {
  const id = `field-${name.replace('.', '-')}`
  const input =
    kind === 'choice'
      ? make('select', { id, name })
      : make('input', { id, name, type: kind === 'url' ? 'text' : kind, autocomplete: 'off' })
  if (input instanceof HTMLInputElement) {
    if (kind === 'url') {
      input.inputMode = 'url'
      input.placeholder = 'https://'
      input.spellcheck = false
    }
    if (kind === 'number') input.step = 'any'
  }
  const note = (about: string) => make('p', { id: `${id}-${about}`, className: about })
  const [hints, problems, advices] = [note('hint'), note('problem'), note('advice')]
  hints.textContent = hint
  input.setAttribute('aria-describedby', `${hints.id} ${problems.id} ${advices.id}`)
  const element = make(
    'div',
    { className: 'field' },
    make('label', { htmlFor: id }, label, ...(optional ? [' ', make('small', {}, 'optional')] : [])),
    hints,
    input,
    problems,
    advices
  )
  return {
    name,
    element,
    input,
    showProblem(problem) {
      problems.textContent = problem !== '' && input.value === '' ? (missing ?? problem) : problem
      input.setAttribute('aria-invalid', String(problem !== ''))
    },
    showAdvice(advice) {
      advices.textContent = advice
    }
  }
}

import { make } from '../elements.ts'
import { drawField, type Field, type FieldWords } from './draw-field.ts'
import type { Values } from './read-form.ts'
import type { Sorted } from './sort-problems.ts'

/** Fields that belong together. */
export interface FieldGroup {
  element: HTMLFieldSetElement
  fields: Field[]
}

export function drawFieldGroup(title: string, words: readonly FieldWords[]): FieldGroup {
  const fields = words.map(drawField)
  const element = make('fieldset', {}, make('legend', {}, title), ...fields.map((field) => field.element))
  return { element, fields }
}

/** What fields hold now, by their names. */
export const readValues = (fields: readonly Field[]): Values =>
  Object.fromEntries(fields.map(({ name, input }) => [name, input.value]))

export const namesOf = (fields: readonly Field[]): Set<string> => new Set(fields.map(({ name }) => name))

/** Nothing is amiss. */
export const NONE: Sorted = { byField: new Map(), rest: [] }

/** Shows beside each field what is wrong with it, where that is asked for, and what could be better. */
export function showBeside(
  fields: readonly Field[],
  problems: Sorted,
  isAsked: (field: Field) => boolean,
  advice = NONE
): void {
  for (const field of fields) {
    field.showProblem(isAsked(field) ? (problems.byField.get(field.name) ?? '') : '')
    field.showAdvice(advice.byField.get(field.name) ?? '')
  }
}

/** Leads the reader to the first field that something is wrong with. */
export function focusFirst(fields: readonly Field[], { byField }: Sorted): void {
  fields.find(({ name }) => byField.has(name))?.input.focus()
}

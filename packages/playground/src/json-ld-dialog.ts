import type { Extraction } from '@saywho/core'
import { toJsonLd } from '@saywho/jsonld'
import { find, part } from './elements.ts'
import { type FieldGroup, focusFirst, NONE, namesOf, readValues, showBeside } from './review/field-group.ts'
import { readPageFields } from './review/read-form.ts'
import { sortProblems } from './review/sort-problems.ts'
import { copy, save, toJson } from './take-away.ts'

/** Makes the dialog that gives JSON-LD. Returns what opens it on an extraction. */
export function createJsonLdDialog({ element, fields }: FieldGroup): (extraction: Extraction) => void {
  const dialog = find('json-ld', HTMLDialogElement)
  const said = part(dialog, '[role=status]')
  const names = namesOf(fields)
  let current: Extraction | null = null

  /** The markup as text; null where what is told of the page will not do, which is shown then. */
  const write = (): string | null => {
    try {
      const text = toJson(toJsonLd(current!, readPageFields(readValues(fields))))
      showBeside(fields, NONE, () => true)
      return text
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      const problems = sortProblems([error.message], names)
      showBeside(fields, problems, () => true)
      focusFirst(fields, problems)
      said.textContent = problems.rest.join(' ')
      return null
    }
  }
  part(dialog, '[data-take=copy]').addEventListener('click', async () => {
    said.textContent = ''
    const text = write()
    if (text !== null && (await copy(text)) === 'copied') said.textContent = 'Copied.'
  })
  part(dialog, '[data-take=save]').addEventListener('click', () => {
    said.textContent = ''
    const text = write()
    if (text === null) return
    save('saywho.jsonld', text, 'application/ld+json')
    said.textContent = 'Saved.'
  })
  return (extraction) => {
    current = extraction
    said.textContent = ''
    part(dialog, '[data-page-facts]').append(element)
    showBeside(fields, NONE, () => true)
    dialog.showModal()
    fields[0]!.input.focus()
  }
}

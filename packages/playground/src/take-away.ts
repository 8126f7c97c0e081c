import { find, part } from './elements.ts'

/** Puts words into the clipboard, or where the browser does not let us, before the reader to copy by hand. */
export async function copy(text: string): Promise<'copied' | 'shown'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    const dialog = find('by-hand', HTMLDialogElement)
    const area = part(dialog, 'textarea') as HTMLTextAreaElement
    area.value = text
    dialog.showModal()
    area.focus()
    area.select()
    return 'shown'
  }
}

/** Gives the reader a file. */
export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** JSON as people read it. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

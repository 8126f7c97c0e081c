/** The playground's page: the text on one side, who said what in it on the other. */
import type { Act, Extraction } from '@saywho/core'
import { defineSaywhoView, SaywhoView } from '@saywho/view'
import { find, make } from './elements.ts'
import { EXAMPLES } from './examples/list.ts'
import { createJsonLdDialog } from './json-ld-dialog.ts'
import { packFragment } from './link/pack-fragment.ts'
import { readFragment } from './link/read-fragment.ts'
import { LONGEST_LINK, type Shared } from './link/shared.ts'
import { createAsk } from './reading/ask-worker.ts'
import { countWords } from './reading/count-words.ts'
import { createReader, type Outcome } from './reading/create-reader.ts'
import { hasBlocks, looksLikeHtml } from './reading/looks-like-html.ts'
import type { Form } from './reading/question.ts'
import { drawFieldGroup } from './review/field-group.ts'
import words from './review/fields.json' with { type: 'json' }
import { createReviewDialog } from './review-dialog.ts'
import { copy, toJson } from './take-away.ts'

defineSaywhoView()

const editor = find('text', HTMLTextAreaElement)
const view = find('view', SaywhoView)
const counts = find('counts', HTMLElement)
const message = find('message', HTMLElement)
const said = find('said', HTMLElement)
const restore = find('restore', HTMLButtonElement)
const confidence = find('confidence', HTMLInputElement)
const actBoxes = [...find('acts', HTMLFieldSetElement).querySelectorAll('input')]
const formButton = find('form', HTMLButtonElement)
const clear = find('clear', HTMLButtonElement)

const ask = createAsk(() => new Worker(new URL('worker.js', import.meta.url), { type: 'module' }))
const reader = createReader(ask, show)

/** How the reader wants the text read, where they do not want it read as it looks. */
let chosenForm: Form | null = null
/** A text of the reader's own that another took the place of. */
let replaced: string | null = null
/** What was put in for the reader, which is no loss where it is replaced. */
let given = ''
/** The statement that was chosen in the view. */
let chosenId: string | null = null

const formOf = (text: string): Form => chosenForm ?? (looksLikeHtml(text) ? 'html' : 'text')
const acts = () => actBoxes.flatMap(({ checked, value }) => (checked ? [value as Act] : []))
const count = (number: number, noun: string) =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

function tell(words: string): void {
  said.textContent = words === '' && replaced !== null ? 'Your own text was put aside.' : words
  restore.hidden = replaced === null
  message.hidden = said.textContent === ''
}

/** Reads the text as it stands and tells what is known of it at once. */
function read(): void {
  const { value: text } = editor
  const form = formOf(text)
  const isEmpty = text.trim() === ''
  if (isEmpty) find('words', HTMLElement).textContent = 'Plain text or HTML.'
  editor.classList.toggle('source', form === 'html')
  formButton.hidden = isEmpty || (form === 'text' && !looksLikeHtml(text))
  formButton.textContent = form === 'html' ? 'Read it as plain text' : 'Read it as HTML'
  clear.hidden = isEmpty
  find('confidence-said', HTMLOutputElement).textContent = `${confidence.value} %`
  view.setAttribute('aria-busy', 'true')
  if (view.data === null && !isEmpty) counts.textContent = 'Reading …'
  reader.read({ text, form, options: { minConfidence: Number(confidence.value) / 100, acts: acts() } })
}

/** Shows the outcome of reading the text as it stands. */
function show(outcome: Outcome): void {
  view.removeAttribute('aria-busy')
  const { text, form } = outcome.question
  const isEmpty = text.trim() === ''
  const isRead = 'extraction' in outcome && !isEmpty
  find('empty', HTMLElement).hidden = !isEmpty
  find('actions', HTMLElement).hidden = !isRead
  if ('error' in outcome) {
    counts.textContent = ''
    view.data = null
    tell(`The text could not be read: ${outcome.error.message}. Change it, or reload the page.`)
    return
  }
  const { extraction } = outcome
  view.data = isEmpty ? null : { text: extraction.text ?? text, extraction }
  const { attributions, sources } = extraction
  if (!isEmpty)
    find('words', HTMLElement).textContent =
      `${count(countWords(extraction.text ?? text), 'word')}, read ${form === 'html' ? 'from a page’s HTML' : 'as plain text'}.`
  counts.textContent = isEmpty
    ? ''
    : attributions.length === 0
      ? 'No quotes or claims found'
      : `${attributions.length === 1 ? '1 quote or claim' : `${attributions.length.toLocaleString('en')} quotes and claims`}, ${count(sources.length, 'source')}`
}

/** Puts a text in the place of the one that stands there, which can be brought back where it was the reader's own. */
function replaceText(text: string, words: string): void {
  const { value } = editor
  if (value.trim() !== '' && value !== given && value !== text) replaced = value
  editor.value = text
  editor.scrollTop = 0
  given = text
  chosenForm = null
  tell(words)
  read()
}

/** Opens the text that the page's address holds; where that is broken, says so and leaves all as it is. */
async function openFragment(): Promise<void> {
  try {
    const shared = await readFragment(location.hash)
    if (shared === null) return
    confidence.value = String(Math.round(shared.minConfidence * 100))
    for (const box of actBoxes) box.checked = (shared.acts as string[]).includes(box.value)
    replaceText(shared.text, 'Opened from a link.')
    if (shared.form !== formOf(shared.text)) {
      chosenForm = shared.form
      read()
    }
  } catch {
    tell(
      'The link is broken: it was cut short or changed on its way, and its text can’t be read. Ask for it again.'
    )
  }
}

/** The extraction of the text as it stands, once it is there; null where there is none. */
async function settled(): Promise<Extraction | null> {
  const outcome = await reader.settle()
  return outcome !== null && 'extraction' in outcome ? outcome.extraction : null
}

editor.addEventListener('input', () => {
  tell('')
  read()
})
editor.addEventListener('paste', async (event) => {
  const html = event.clipboardData?.getData('text/html') ?? ''
  if (!hasBlocks(html)) return
  const plain = event.clipboardData!.getData('text/plain')
  // Who copies a page's source pastes the source; who copies from a page gets its article, without its menus.
  if (looksLikeHtml(plain)) return
  event.preventDefault()
  const article = await ask({ text: html, form: 'html', options: {} }).then(
    ({ text }) => text ?? '',
    () => ''
  )
  // The editor's own undo takes it back, as it does any typing; there is no other call that it knows.
  document.execCommand('insertText', false, article === '' ? plain : article)
})
find('acts', HTMLElement).addEventListener('change', read)
confidence.addEventListener('input', read)
formButton.addEventListener('click', () => {
  chosenForm = formOf(editor.value) === 'html' ? 'text' : 'html'
  read()
})
clear.addEventListener('click', () => {
  replaceText('', '')
  editor.focus()
})
restore.addEventListener('click', () => {
  const text = replaced ?? ''
  replaced = null
  replaceText(text, '')
  given = ''
  editor.focus()
})
view.addEventListener('saywho-choose', (event) => {
  chosenId = (event as CustomEvent<{ id: string | null }>).detail.id
})
find('examples', HTMLElement).append(
  ...EXAMPLES.map(({ name, text }) => {
    const button = make('button', { type: 'button', className: 'link' }, name)
    button.addEventListener('click', () => replaceText(text, ''))
    return button
  })
)

const page = drawFieldGroup('The page that the text stands on', words.page)
const openJsonLd = createJsonLdDialog(page)
const openReview = createReviewDialog(page)
find('open-json-ld', HTMLElement).addEventListener('click', async () => {
  const extraction = await settled()
  if (extraction) openJsonLd(extraction)
})
find('open-review', HTMLElement).addEventListener('click', async () => {
  const extraction = await settled()
  if (extraction) openReview(extraction, chosenId)
})
find('copy-json', HTMLElement).addEventListener('click', async () => {
  const extraction = await settled()
  if (extraction && (await copy(toJson(extraction))) === 'copied') tell('JSON copied.')
})
find('copy-link', HTMLElement).addEventListener('click', async () => {
  const { value: text } = editor
  const shared: Shared = {
    text,
    form: formOf(text),
    minConfidence: Number(confidence.value) / 100,
    acts: acts()
  }
  const link = location.href.replace(/#.*$/, '') + (await packFragment(shared))
  if (link.length > LONGEST_LINK)
    tell(
      `The text is too long for a link: it would have ${link.length.toLocaleString('en')} characters, and many programs take no more than ${LONGEST_LINK.toLocaleString('en')}. Share a part of it, or copy the JSON.`
    )
  else if ((await copy(link)) === 'copied')
    tell('Link copied. It holds the text itself: whoever has it can read it.')
})
addEventListener('hashchange', openFragment)
await openFragment()
// A browser that comes back to the page puts the text in again.
if (given === '') read()

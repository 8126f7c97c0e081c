import type { Act } from '@saywho/core'
import { ACTS, WORDINGS, type Wording } from '../labels.ts'
import type { NoteParts } from './read-view.ts'

/** What a card can be asked to do. */
export interface CardActions {
  step: (by: 1 | -1) => void
  close: () => void
}

/** All that is known of an attribution, for the note that was chosen. Its words are the note's and the rail's: nothing is parsed as HTML. */
export function drawCard(
  view: HTMLElement,
  { note, link }: NoteParts,
  notes: ReadonlyMap<string, NoteParts>,
  { step, close }: CardActions
): HTMLElement {
  const { by = '', type, act, sure, in: parent, unstated } = note.dataset
  const sources = by.split(' ').flatMap((place) => {
    const source = view.querySelector(`.rail [data-filter=by][data-value="${place}"]`)
    return source ? [source] : []
  })
  const table = make('dl')
  const tell = (term: string, ...words: (string | Node)[]) =>
    table.append(make('dt', term), make('dd', ...words))
  for (const source of sources) {
    const [kind, reason] = [...source.querySelectorAll('small')].map(({ textContent }) => textContent)
    tell('Who', `${source.querySelector('.who')!.textContent} (${kind})`)
    if (reason) tell('Why not named', reason)
  }
  if (unstated !== undefined) tell('How known', 'taken from the context: the sentence does not say')
  const outer = parent === undefined ? undefined : notes.get(parent)
  if (outer) tell('Second-hand', `told by ${outer.note.querySelector('.who')!.textContent}`)
  const { name, meaning } = WORDINGS[type as Wording]
  tell('In whose words', `${name}: ${meaning}`)
  tell('What it is', ACTS[act as Act].meaning)
  const meter = make('meter') as HTMLMeterElement
  meter.max = 100
  meter.value = Number(sure)
  meter.ariaLabel = 'How sure'
  tell('How sure', meter, ` ${sure} in 100 like it are right`)

  const permalink = make('a', 'Link') as HTMLAnchorElement
  permalink.href = link.getAttribute('href')!
  const card = make(
    'div',
    table,
    make(
      'p',
      permalink,
      button('Previous', () => step(-1)),
      button('Next', () => step(1)),
      button('Close', close)
    )
  )
  card.className = 'card'
  return card
}

function make(name: string, ...children: (string | Node)[]): HTMLElement {
  const element = document.createElement(name)
  element.append(...children)
  return element
}

function button(words: string, act: () => void): HTMLElement {
  const element = make('button', words) as HTMLButtonElement
  element.type = 'button'
  element.addEventListener('click', act)
  return element
}

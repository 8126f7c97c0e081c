import { drawCard } from './draw-card.ts'
import { type Filters, filterNotes } from './filter-notes.ts'
import { type NoteParts, readView } from './read-view.ts'

export interface EnhanceOptions {
  /** Whether the page's fragment tells which attribution is chosen, so that its address is a permalink. */
  hasFragments: boolean
  /** What is filtered from the start. */
  filters?: Filters
  /** Told the id of the attribution that was chosen; null when it was let go. */
  onChoose?: (id: string | null) => void
}

/** A view that answers: what can be asked of it from outside. */
export interface LiveView {
  /** Chooses the attribution of an id, or none; an id that is not there, or not shown, is none. */
  choose(id: string | null): void
  /** What is filtered, to hand on to a view that is drawn in this one's place. */
  filters: Filters
  /** Lets go of what reaches outside the view. */
  stop(): void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Makes a drawn view answer: what is under the pointer, focused or chosen lights up with its whole relation; a note that is
 * chosen tells all that is known; arrows go from note to note, Escape lets go; the filters filter.
 */
export function enhanceView(
  view: HTMLElement,
  { hasFragments, filters = { pressed: new Set(), sure: '0' }, onChoose }: EnhanceOptions
): LiveView {
  const notes = readView(view)
  const inOrder = [...notes.values()]
  const byId = new Map(inOrder.map((parts) => [parts.id, parts]))
  const cancellation = new AbortController()
  const { signal } = cancellation
  let chosen: NoteParts | null = null
  let card: HTMLElement | null = null
  let lit: readonly NoteParts[] = []

  const light = (next: readonly NoteParts[]) => {
    const mark = (all: readonly NoteParts[], isLit: boolean) => {
      for (const { note, marks } of all)
        for (const element of [note, ...marks]) element.classList.toggle('lit', isLit)
    }
    mark(lit, false)
    mark(next, true)
    view.classList.toggle('dim', next.length > 0)
    lit = next
  }
  const lightChosen = () => light(chosen ? [chosen] : [])
  const show = (next: NoteParts | null) => {
    if (chosen === next) return
    chosen?.link.setAttribute('aria-expanded', 'false')
    card?.remove()
    card = null
    chosen = next
    lightChosen()
    if (next) {
      next.link.setAttribute('aria-expanded', 'true')
      card = drawCard(view, next, notes, { step, close })
      next.note.append(card)
    }
    onChoose?.(next?.id ?? null)
  }
  const choose = (next: NoteParts | null) => {
    show(next)
    const { pathname, search, hash } = location
    if (hasFragments && (next !== null || hash !== ''))
      history.replaceState(null, '', next ? `#${encodeURIComponent(next.id)}` : pathname + search)
  }
  const close = () => {
    const from = chosen
    choose(null)
    from?.link.focus({ preventScroll: true })
  }
  const filter = filterNotes(view, notes, filters, () => {
    if (chosen && !filter.isShown(chosen)) choose(null)
  })
  const shownInOrder = () => inOrder.filter(filter.isShown)
  const goTo = (next: NoteParts | undefined) => {
    if (!next) return
    if (chosen) choose(next)
    next.link.focus()
    bringIntoSight(next)
  }
  const step = (by: 1 | -1, from = chosen) => {
    const shown = shownInOrder()
    goTo(shown[from ? shown.indexOf(from) + by : 0])
  }
  /**
   * The relations that something of the view belongs to: the innermost, and of words that are the same part of several, all of
   * these, first the first.
   */
  const find = (target: EventTarget | null): NoteParts[] => {
    const found: NoteParts[] = []
    let innermost: Element | null = null
    for (let at = target instanceof Element ? target : null; at && at !== view; at = at.parentElement) {
      const parts = at instanceof HTMLElement ? notes.get(at.dataset.n ?? '') : undefined
      if (!parts || !filter.isShown(parts)) continue
      if (innermost && !isSamePart(at, innermost)) break
      innermost ??= at
      found.unshift(parts)
    }
    return found
  }
  const lightFound = ({ target }: Event) => {
    const found = find(target)
    if (found.length > 0) light(found)
    else lightChosen()
  }

  view.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') lightFound(event)
  })
  view.addEventListener('pointerleave', lightChosen)
  view.addEventListener('focusin', lightFound)
  view.addEventListener('focusout', lightChosen)
  view.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest('.card, .rail')) {
      if (target instanceof Element && target.closest('.card a')) event.preventDefault()
      return
    }
    const [parts = null] = find(target)
    if (target.closest('a')) event.preventDefault()
    else if (getSelection()?.isCollapsed === false) return
    choose(parts === chosen ? null : parts)
  })
  view.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Escape') {
      if (chosen) close()
      else light([])
      return
    }
    const at = target instanceof Element && target.closest('.note > a') ? find(target)[0] : undefined
    if (!at) return
    const by = STEPS[key]
    if (by !== undefined) step(by, at)
    else if (key === 'Home') goTo(shownInOrder()[0])
    else if (key === 'End') goTo(shownInOrder().at(-1))
    else return
    event.preventDefault()
  })
  for (const { link } of inOrder) link.setAttribute('aria-expanded', 'false')

  const live: LiveView = {
    filters: filter.filters,
    choose(id) {
      const parts = byId.get(id ?? '')
      const next = parts && filter.isShown(parts) ? parts : null
      show(next)
      if (next) bringIntoSight(next)
    },
    stop: () => cancellation.abort()
  }
  if (hasFragments) {
    const follow = () => live.choose(decode(location.hash.slice(1)))
    addEventListener('hashchange', follow, { signal })
    follow()
  }
  return live
}

/** Whether an element marks the same part, of the same words, as one inside it. */
const isSamePart = (outer: Element, inner: Element): boolean =>
  outer.classList[0] === inner.classList[0] && outer.textContent === inner.textContent

const bringIntoSight = ({ note, marks }: NoteParts) =>
  (marks.find(({ className }) => /\bcontent\b/.test(className)) ?? note).scrollIntoView({ block: 'nearest' })

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

import { drawCard } from './draw-card.ts'
import { filterNotes } from './filter-notes.ts'
import { type NoteParts, readView } from './read-view.ts'

export interface EnhanceOptions {
  /** Whether the page's fragment tells which attribution is chosen, so that its address is a permalink. */
  hasFragments: boolean
  /** Told the id of the attribution that was chosen; null when it was let go. */
  onChoose?: (id: string | null) => void
}

/** A view that answers: what can be asked of it from outside. */
export interface LiveView {
  /** Chooses the attribution of an id, or none; an id that is not there, or not shown, is none. */
  choose(id: string | null): void
  /** Lets go of what reaches outside the view. */
  stop(): void
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/**
 * Makes a drawn view answer: what is under the pointer, focused or chosen lights up with its whole relation; a note that is
 * chosen tells all that is known; arrows go from note to note, Escape lets go; the filters filter.
 */
export function enhanceView(view: HTMLElement, { hasFragments, onChoose }: EnhanceOptions): LiveView {
  const notes = readView(view)
  const inOrder = [...notes.values()]
  const byId = new Map(inOrder.map((parts) => [parts.id, parts]))
  const cancellation = new AbortController()
  const { signal } = cancellation
  let chosen: NoteParts | null = null
  let card: HTMLElement | null = null
  let lit: NoteParts | null = null

  const light = (next: NoteParts | null) => {
    if (lit === next) return
    for (const [parts, isLit] of [
      [lit, false],
      [next, true]
    ] as const)
      for (const element of parts ? [parts.note, ...parts.marks] : []) element.classList.toggle('lit', isLit)
    view.classList.toggle('dim', next !== null)
    lit = next
  }
  const show = (next: NoteParts | null) => {
    if (chosen === next) return
    chosen?.link.setAttribute('aria-expanded', 'false')
    card?.remove()
    card = null
    chosen = next
    light(next)
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
  const filter = filterNotes(view, notes, () => {
    if (chosen && !filter.isShown(chosen)) choose(null)
  })
  const step = (by: 1 | -1, from = chosen) => {
    const shown = inOrder.filter(filter.isShown)
    const next = shown[from ? shown.indexOf(from) + by : 0]
    if (!next) return
    if (chosen) choose(next)
    next.link.focus()
    bringIntoSight(next)
  }
  /** The innermost relation that something of the view belongs to. */
  const find = (target: EventTarget | null): NoteParts | null => {
    for (let at = target instanceof Element ? target : null; at && at !== view; at = at.parentElement) {
      const parts = at instanceof HTMLElement ? notes.get(at.dataset.n ?? '') : undefined
      if (parts && filter.isShown(parts)) return parts
    }
    return null
  }

  view.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType === 'mouse') light(find(target) ?? chosen)
  })
  view.addEventListener('pointerleave', () => light(chosen))
  view.addEventListener('focusin', ({ target }) => light(find(target) ?? chosen))
  view.addEventListener('focusout', () => light(chosen))
  view.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element) || target.closest('.card, .rail')) {
      if (target instanceof Element && target.closest('.card a')) event.preventDefault()
      return
    }
    const parts = find(target)
    if (target.closest('a')) event.preventDefault()
    else if (getSelection()?.isCollapsed === false) return
    choose(parts === chosen ? null : parts)
  })
  view.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Escape') {
      if (chosen) close()
      else light(null)
      return
    }
    const at = target instanceof Element && target.closest('.note > a') ? find(target) : null
    if (!at) return
    const by = STEPS[key]
    if (by === undefined && key !== 'Home' && key !== 'End') return
    event.preventDefault()
    if (by !== undefined) step(by, at)
    else {
      const shown = inOrder.filter(filter.isShown)
      const next = key === 'Home' ? shown[0]! : shown.at(-1)!
      next.link.focus()
      bringIntoSight(next)
    }
  })
  for (const { link } of inOrder) link.setAttribute('aria-expanded', 'false')

  const live: LiveView = {
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

const bringIntoSight = ({ note, marks }: NoteParts) =>
  (marks.find(({ className }) => /\bcontent\b/.test(className)) ?? note).scrollIntoView({ block: 'nearest' })

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

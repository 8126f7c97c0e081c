import { toDom } from 'hast-util-to-dom'
import { VIEW_STYLE } from './assets.js'
import { drawView } from './draw/draw-view.ts'
import { enhanceView, type LiveView } from './enhance/enhance-view.ts'
import { checkViewData, type ViewData } from './view-data.ts'

// Where there is no DOM, as on a server, the module can be imported and the class stands unused.
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement

let sheet: CSSStyleSheet | undefined

/**
 * The element `<saywho-view>`: a text with its attributions. Give it `data`. It stands in the page's own tree, not in a shadow of it, so
 * that fragments, searching and printing work as with any text; its style is held to what is in it.
 *
 * With the attribute `fragments`, the page's fragment tells which attribution is chosen, so that its address is a permalink; without
 * it the address is left alone.
 *
 * Fires `saywho-choose`, a bubbling `CustomEvent` whose `detail.id` is the id of the attribution that was chosen, or null.
 */
export class SaywhoView extends Base {
  #data: ViewData | null = null
  #live: LiveView | null = null
  #chosen: string | null = null

  /** The text and its extraction, or null. Setting it draws them anew; what was chosen and filtered stays so where it is still there. */
  get data(): ViewData | null {
    return this.#data
  }

  set data(data: ViewData | null) {
    if (data !== null) checkViewData(data, 'data')
    this.#data = data
    if (this.isConnected) this.#draw()
  }

  connectedCallback(): void {
    const root = this.getRootNode() as Document | ShadowRoot
    sheet ??= makeSheet()
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet)
    this.#draw()
  }

  disconnectedCallback(): void {
    this.#live?.stop()
    this.#live = null
  }

  /** Chooses the attribution of an id and brings it into sight; null, or an id that is not there, lets go. */
  choose(id: string | null): void {
    this.#live?.choose(id)
  }

  #draw(): void {
    const filters = this.#live?.filters
    this.#live?.stop()
    this.#live = null
    if (!this.#data) {
      this.replaceChildren()
      return
    }
    const view = toDom(drawView(this.#data)) as HTMLElement
    this.replaceChildren(view)
    const before = this.#chosen
    this.#live = enhanceView(view, {
      hasFragments: this.hasAttribute('fragments'),
      ...(filters ? { filters } : {}),
      onChoose: (id) => {
        this.#chosen = id
        this.dispatchEvent(new CustomEvent('saywho-choose', { bubbles: true, detail: { id } }))
      }
    })
    if (before !== null) this.#live.choose(before)
  }
}

/** Makes `<saywho-view>` known to the page, once. */
export function defineSaywhoView(): void {
  if (!customElements.get('saywho-view')) customElements.define('saywho-view', SaywhoView)
}

function makeSheet(): CSSStyleSheet {
  const its = new CSSStyleSheet()
  its.replaceSync(VIEW_STYLE)
  return its
}

/**
 * An element of the page by its id.
 *
 * @throws {Error} when there is none, or one of another kind.
 */
export function find<Its extends Element>(id: string, kind: new () => Its): Its {
  const element = document.getElementById(id)
  if (element instanceof kind) return element
  throw new Error(`the page has no ${kind.name} with the id ${JSON.stringify(id)}`)
}

/** A part of an element, by a selector. */
export function part(parent: ParentNode, selector: string): HTMLElement {
  const element = parent.querySelector<HTMLElement>(selector)
  if (element) return element
  throw new Error(`the page has no ${selector}`)
}

/** A new element with what stands in it: words are words, never markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(name), properties)
  element.append(...children)
  return element
}

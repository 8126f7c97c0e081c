import type { Span } from '@saywho/core'
import { createTextFragments } from '@saywho/jsonld'

const DIRECTIVE = '#:~:text='

/**
 * Makes a linker for the claims of a text: given a claim's content and the page's address, a link that a browser opens at the very
 * words and highlights, all pieces of them. It is null where the address is none, or no link tells the words from the
 * same ones elsewhere; a piece of which that is true is left out.
 */
export function makeClaimLinker(text: string): (content: readonly Span[], url: string) => string | null {
  const linkTo = createTextFragments(text)
  const tryLink = (span: Span, url?: string): string | null => {
    try {
      return linkTo(span, url)
    } catch (error) {
      // A claim is worth its line without a link.
      if (error instanceof RangeError || error instanceof TypeError) return null
      throw error
    }
  }
  return (content, url) => {
    const [first, ...more] = content.flatMap((span) => {
      const directive = tryLink(span)?.slice(DIRECTIVE.length)
      return directive === undefined ? [] : { span, directive }
    })
    const link = first === undefined ? null : tryLink(first.span, url)
    return link === null ? null : [link, ...more.map(({ directive }) => directive)].join('&text=')
  }
}

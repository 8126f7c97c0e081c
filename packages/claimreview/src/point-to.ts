/**
 * A JSON pointer (RFC 6901) one or more steps further: `pointTo('/author', 'name')` is `/author/name`.
 *
 * @param pointer where to start; `''` is the whole document.
 * @param steps keys of objects or indexes of lists; `~` and `/` in them are escaped.
 */
export function pointTo(pointer: string, ...steps: readonly (string | number)[]): string {
  return (
    pointer + steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  )
}

import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'

/** A module of the command as it is bundled: threads that begin from the sources compile them all. */
export const importBundled = (name: string) =>
  import(new URL(`${name}.js`, pathToFileURL(inject('command'))).href)

import { createExtractor } from '@saywho/core'
import { english } from '@saywho/english'
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import rehypeSaywhoCore, { type Options } from './core.ts'

export type { FileRange, Options, OriginPiece } from './core.ts'

const extract = createExtractor(english)

/**
 * Finds who said what in an article's page: `file.data.saywho` is the Extraction, by offsets into its `text`, the page's
 * linear text, and as `origin` into the file. Contents, cues and sources are wrapped in `<span data-saywho-…>`, and JSON-LD is
 * put into the head. A second run changes nothing.
 *
 *     unified().use(rehypeParse).use(rehypeSaywho).use(rehypeStringify)
 *
 * @param options which attributions, and what to do with them.
 * @throws {TypeError} when an option is malformed; the message names it and what it got. Those that `extract` takes are
 *   checked when a file is read.
 */
export default function rehypeSaywho(
  options?: Readonly<Options> | null
): (tree: Root, file: VFile) => undefined {
  const transform = rehypeSaywhoCore(extract, options)
  // It gives no promise, since `extract` does not.
  return (tree, file) => {
    transform(tree, file)
  }
}

import { createExtractor, type ExtractOptions } from '@saywho/core'
import { english } from '@saywho/english'
import type { Root } from 'nlcst'
import type { VFile } from 'vfile'
import retextSaywhoCore from './core.ts'

export type { Extraction } from '@saywho/core'
export type { FileRange, OriginPiece } from './origin.ts'

/** What `extract` takes, but for the stretches of one text that are quoted. */
export type Options = Omit<ExtractOptions, 'quoted'>

const extract = createExtractor(english)

/**
 * retext plugin that fills `file.data.saywho` with who said what in English text.
 *
 * Over text files its offsets count in the file, and the result is what `extract(String(file), options)` of `saywho` gives. Where the
 * tree's text is not the file's, as of Markdown by remark-retext, the result has that text as `text`, and each span its `origin`
 * in the file, absent where the nodes have no positions.
 *
 * @param options which attributions to keep, and known names.
 * @throws {TypeError} when an option has the wrong type; the message names it and what it got.
 */
export default function retextSaywho(
  options?: Readonly<Options> | null
): (tree: Root, file: VFile) => undefined {
  const settings = options ?? undefined
  // Wrong options are told where the plugin is used, not at the first file.
  extract('', settings)
  const transform = retextSaywhoCore(extract, settings)
  return (tree, file) => {
    transform(tree, file)
  }
}

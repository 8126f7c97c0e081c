import type { Extraction, ExtractOptions } from '@saywho/core'
import type { Root } from 'nlcst'
import type { VFile } from 'vfile'
import { fillData } from './fill-data.ts'
import { linearise } from './linearise.ts'

export type { Extraction, ExtractOptions } from '@saywho/core'
export type { FileRange, OriginPiece } from './origin.ts'

/** Reads a text and tells who said what in it, at once or later. */
export type AnyExtract = (text: string, options?: ExtractOptions) => Extraction | PromiseLike<Extraction>

/**
 * retext plugin that fills `file.data.saywho` with what an `extract` of one's own finds in the tree's text.
 *
 * Over text files its offsets count in the file. Where the tree's text is not the file's, as of Markdown by remark-retext, the
 * result has that text as `text`, and each span its `origin` in the file, absent where the nodes have no positions.
 *
 * @param extract such as `createExtractor` of `@saywho/core` makes; the transformer returns a promise only where this does.
 * @param options handed to `extract` as they are.
 * @throws {TypeError} when an argument has the wrong type; the message names it and what it got.
 */
export default function retextSaywho(
  extract: AnyExtract,
  options?: Readonly<ExtractOptions>
): (tree: Root, file: VFile) => Promise<Root> | Root {
  if (typeof extract !== 'function')
    throw new TypeError(`extract: expected a function, got ${extract === null ? 'null' : typeof extract}`)
  return (tree, file) => {
    const linear = linearise(tree, String(file))
    const found = extract(linear.text, options)
    // The tree as it is: unified's types know no transformer that gives nothing, now or later.
    const finish = (extraction: Extraction): Root => {
      fillData(file, linear, extraction)
      return tree
    }
    return 'then' in found ? Promise.resolve(found).then(finish) : finish(found)
  }
}

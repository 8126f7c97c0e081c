import type { Extraction, ExtractOptions } from '@saywho/core'
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { findProse } from './find-prose.ts'
import type { QuotedRange } from './linearise-tree.ts'
import { createLocator, mapOrigins } from './map-origins.ts'
import { placeJsonLd, writeJsonLd } from './place-json-ld.ts'
import { type Options, readOptions } from './read-options.ts'
import { readPageFacts } from './read-page-facts.ts'
import { unwrapAttributions } from './unwrap-attributions.ts'
import { wrapAttributions } from './wrap-attributions.ts'

export type { Options } from './read-options.ts'

declare module 'vfile' {
  interface DataMap {
    /** Who said what, by offsets into its `text` and, as `origin`, into the file. */
    saywho: Extraction
  }
}

/** What is told of a page besides its text: words that its structure gives as someone's own. */
type PageOptions = ExtractOptions & { quoted: readonly QuotedRange[] }

/** Reads a text and tells who said what in it, at once or later. */
export type AnyExtract = (text: string, options: PageOptions) => Extraction | PromiseLike<Extraction>

/**
 * Finds who said what in a page, by an `extract` of one's own; the same as the plugin with English built in otherwise. If it
 * gives promises, so does the transform.
 *
 *     unified().use(rehypeParse).use(rehypeSaywho, createExtractor(language))
 *
 * @param extract reads the page's linear text.
 * @param options which attributions, and what to do with them.
 * @throws {TypeError} when `extract` is no function or an option is malformed; the message names it and what it got.
 */
export default function rehypeSaywho(
  extract: AnyExtract,
  options?: Readonly<Options> | null
): (tree: Root, file: VFile) => Promise<undefined> | undefined {
  if (typeof extract !== 'function')
    throw new TypeError(`extract: expected a function, got ${JSON.stringify(extract)}`)
  const { wrap, jsonLd, page, extraction } = readOptions(options)

  return (tree, file) => {
    unwrapAttributions(tree)
    const prose = findProse(tree)
    const found = extract(prose.text, { ...extraction, quoted: prose.quoted })
    const finish = (result: Extraction): undefined => {
      const source = String(file)
      const locate = createLocator(source)
      const mapped = mapOrigins(result, prose, locate)
      file.data.saywho = mapped
      const anchored = wrap
        ? wrapAttributions(mapped.attributions, prose, locate, location(source).toPoint)
        : new Set<string>()
      placeJsonLd(tree, jsonLd === false ? null : describePage(tree, file, mapped, anchored))
    }
    return 'then' in found ? Promise.resolve(found).then(finish) : finish(found)
  }

  function describePage(
    tree: Root,
    file: VFile,
    extraction: Extraction,
    anchored: ReadonlySet<string>
  ): string | null {
    if (extraction.attributions.length === 0) return null
    const facts = readPageFacts(tree, file, page)
    if (facts !== null) return writeJsonLd(extraction, facts, anchored)
    file.message('The address of the page is not known, and without one there is no JSON-LD', {
      ruleId: 'missing-address',
      source: 'rehype-saywho'
    })
    return null
  }
}

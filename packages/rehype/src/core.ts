import type { Extraction, ExtractOptions, Page } from '@saywho/core'
import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { findProse } from './find-prose.ts'
import { createLocator, listOrigins, mapOrigins, type OriginPiece } from './map-origins.ts'
import { placeJsonLd, writeJsonLd } from './place-json-ld.ts'
import { type Options, readOptions } from './read-options.ts'
import { readPageFacts } from './read-page-facts.ts'
import { unwrapAttributions } from './unwrap-attributions.ts'
import { wrapAttributions } from './wrap-attributions.ts'

export type { FileRange, OriginPiece } from './map-origins.ts'
export type { Options } from './read-options.ts'

declare module 'vfile' {
  interface DataMap {
    /** Who said what, by offsets into its `text` and, as `origin`, into the file. */
    saywho: Extraction
    /** Where the extraction's `text` stands in the file. */
    saywhoOrigins: OriginPiece[]
    /** What is known of the page: from the options, the file's data and the page itself. */
    saywhoPage: Partial<Page>
  }
}

/** Reads a text and tells who said what in it, at once or later. */
export type AnyExtract = (text: string, options: ExtractOptions) => Extraction | PromiseLike<Extraction>

/**
 * Finds who said what in a page, by an `extract` of one's own; the same as the plugin with English built in otherwise. If it
 * gives promises, so does the transform.
 *
 *     unified().use(rehypeParse).use(rehypeSaywho, createExtractor(language))
 *
 * @param extract reads the page's linear text; its options say which stretches the page sets apart as quoted.
 * @param options which attributions, and what to do with them.
 * @throws {TypeError} when `extract` is no function or an option is malformed; the message names it and what it got.
 */
export default function rehypeSaywho(
  extract: AnyExtract,
  options?: Readonly<Options> | null
): (tree: Root, file: VFile) => Promise<Root> | Root {
  if (typeof extract !== 'function')
    throw new TypeError(`extract: expected a function, got ${JSON.stringify(extract)}`)
  const { wrap, jsonLd, page, extraction } = readOptions(options)

  return (tree, file) => {
    unwrapAttributions(tree)
    const prose = findProse(tree)
    const found = extract(prose.text, { ...extraction, quoted: prose.quoted })
    const finish = (result: Extraction): Root => {
      const source = String(file)
      const locate = createLocator(source)
      const mapped = mapOrigins(result, prose, locate)
      file.data.saywho = mapped
      file.data.saywhoOrigins = listOrigins(prose, locate)
      file.data.saywhoPage = readPageFacts(tree, file, page)
      const anchored = wrap
        ? wrapAttributions(mapped.attributions, prose, locate, location(source).toPoint)
        : new Set<string>()
      placeJsonLd(tree, jsonLd === false ? null : describePage(file, mapped, anchored))
      return tree
    }
    return 'then' in found ? Promise.resolve(found).then(finish) : finish(found)
  }

  function describePage(file: VFile, extraction: Extraction, anchored: ReadonlySet<string>): string | null {
    if (extraction.attributions.length === 0) return null
    const { url, ...facts } = file.data.saywhoPage ?? {}
    if (url !== undefined) return writeJsonLd(extraction, { url, ...facts }, anchored)
    file.message('The address of the page is not known, and without one there is no JSON-LD', {
      ruleId: 'missing-address',
      source: 'rehype-saywho'
    })
    return null
  }
}

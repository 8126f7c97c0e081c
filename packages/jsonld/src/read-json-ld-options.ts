import { ARTICLE_TYPES, type ArticleType } from './describe-article.ts'
import { readSelection, type Selection } from './read-selection.ts'
import { isWebAddress } from './web-address.ts'

export interface JsonLdOptions extends Selection {
  /**
   * `graph`: every node once, in a list, by reference from the others. `embedded`: the article alone, with all else in it, each
   * source whole wherever it is credited, for readers that do not follow references. Both say the same.
   * @default 'graph'
   */
  form?: 'graph' | 'embedded'
  /**
   * What the page is: `Article` or one of schema.org's subtypes of it.
   * @default 'NewsArticle'
   */
  articleType?: ArticleType
  /**
   * Where claims appeared first, by the ids of their attributions: absolute http or https URLs. Ids are made from the words, so
   * that one such record can serve many pages; ids that this page has not are passed over.
   * @default {}
   */
  firstAppearances?: Readonly<Record<string, string>>
}

type Settings = Required<Omit<JsonLdOptions, 'firstAppearances'>> & {
  /** Normalised (WHATWG URL). */
  firstAppearances: Map<string, string>
}

/** @throws {TypeError} when an option is malformed; the message names it and what it got. */
export function readJsonLdOptions(options: JsonLdOptions): Settings {
  const { form = 'graph', articleType = 'NewsArticle', firstAppearances = {} } = options
  const selection = readSelection(options)
  if (form !== 'graph' && form !== 'embedded')
    throw new TypeError(`options.form: expected graph or embedded, got ${JSON.stringify(form)}`)
  if (!ARTICLE_TYPES.includes(articleType))
    throw new TypeError(
      `options.articleType: expected one of ${ARTICLE_TYPES.join(', ')}, got ${JSON.stringify(articleType)}`
    )
  if (typeof firstAppearances !== 'object' || firstAppearances === null)
    throw new TypeError(
      `options.firstAppearances: expected URLs by ids, got ${JSON.stringify(firstAppearances)}`
    )
  const places = new Map<string, string>()
  for (const [id, url] of Object.entries(firstAppearances)) {
    if (!isWebAddress(url))
      throw new TypeError(
        `options.firstAppearances[${JSON.stringify(id)}]: expected an absolute http or https URL, got ${JSON.stringify(url)}`
      )
    places.set(id, new URL(url).href)
  }
  return { ...selection, form, articleType, firstAppearances: places }
}

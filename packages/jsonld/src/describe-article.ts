import type { Page } from '@saywho/core'
import type { Article, IdReference, Organization } from 'schema-dts'

/** `Article` or a subtype of it, as schema.org has them. */
export type ArticleType = Article['@type']

/** In the order of schema.org's tree. */
export const ARTICLE_TYPES = [
  'Article',
  'AdvertiserContentArticle',
  'NewsArticle',
  'AnalysisNewsArticle',
  'AskPublicNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReportageNewsArticle',
  'ReviewNewsArticle',
  'Report',
  'SatiricalArticle',
  'ScholarlyArticle',
  'MedicalScholarlyArticle',
  'SocialMediaPosting',
  'BlogPosting',
  'LiveBlogPosting',
  'DiscussionForumPosting',
  'TechArticle',
  'APIReference'
] as const satisfies readonly ArticleType[]

/** The page as an article, with no more facts than are known. */
export function describeArticle(
  { url, headline, datePublished }: Page,
  type: ArticleType,
  publisher: Organization | IdReference | null
): Article & IdReference {
  return {
    '@type': type,
    '@id': url,
    url,
    ...(headline === undefined ? {} : { headline }),
    ...(publisher === null ? {} : { publisher }),
    ...(datePublished === undefined ? {} : { datePublished })
  }
}

/** The page's publisher; null where none is known. */
export const describePublisher = ({ url, publisher }: Page): (Organization & IdReference) | null =>
  publisher === undefined ? null : { '@type': 'Organization', '@id': `${url}#publisher`, name: publisher }

export type { ArticleType } from './describe-article.ts'
export { isDenied, isInDenial } from './is-denied.ts'
export { isIsoDate } from './iso-date.ts'
export type { JsonLdOptions } from './read-json-ld-options.ts'
export { toJsonLd } from './to-json-ld.ts'
export { toScriptTag, toScriptText } from './to-script-tag.ts'
export { createTextFragments, toTextFragment } from './to-text-fragment.ts'
export {
  type AttributionBody,
  type TextPositionSelector,
  type TextQuoteSelector,
  type TextualBody,
  toWebAnnotations,
  type WebAnnotation,
  type WebAnnotationOptions
} from './to-web-annotations.ts'
export { isWebAddress } from './web-address.ts'

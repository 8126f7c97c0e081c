export { type JsonLdOptions, toJsonLd } from './to-json-ld.ts'
export { toScriptTag } from './to-script-tag.ts'
export { createTextFragments, toTextFragment } from './to-text-fragment.ts'
export { toWebAnnotations, type WebAnnotation, type WebAnnotationOptions } from './to-web-annotations.ts'

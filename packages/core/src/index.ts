export { createExtractor } from './create-extractor.ts'
export type { Language } from './language.ts'
export type * from './types.ts'

export type { Language, Segmentation } from './language.ts'
export type * from './types.ts'

export { createExtractor } from './create-extractor.ts'
export type * from './language.ts'
export { traceChain } from './trace-chain.ts'
export type * from './types.ts'

export type { AsyncExtract } from '@saywho/core'
export { createNeuralExtractor, type NeuralOptions } from './create-neural-extractor.ts'

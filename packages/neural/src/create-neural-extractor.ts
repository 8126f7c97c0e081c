import { Tokenizer } from '@huggingface/tokenizers'
import type { AsyncExtract, Language } from '@saywho/core'
import { createAsyncExtractor } from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { makePieces } from './encode-text.ts'
import { readModel } from './model-file.ts'
import { startNetwork } from './network.ts'
import { proposeNeurally } from './propose-neurally.ts'

export interface NeuralOptions {
  /** The model's file, `@saywho/neural/model`, as bytes. */
  model: Uint8Array | ArrayBuffer
}

/**
 * Makes an `extract` that reads with a small transformer: more accurate than `saywho`'s, many times slower, and a promise's. The
 * same text, options, model and kind of processor give the same result.
 *
 * @throws {TypeError} when `model` is not bytes.
 * @throws {Error} when it is no model, cut short, altered or of another version; the message says how to get one.
 */
export async function createNeuralExtractor(options: NeuralOptions): Promise<AsyncExtract> {
  const { encoder, roles, tokenizer, choice } = readModel(options?.model)
  const network = await startNetwork({ encoder, roles })
  const piecesOf = makePieces(new Tokenizer(tokenizer, {}))
  const weights = { ...english.weights(), ...choice }
  const language: Language = { ...english, weights: () => weights }
  return createAsyncExtractor(language, (reading) => proposeNeurally(reading, network, piecesOf))
}

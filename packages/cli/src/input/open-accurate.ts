import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AsyncExtract } from '@saywho/core'
import { InputError } from '../input-error.ts'

/**
 * Opens the accurate tier, which is installed by those who want it.
 *
 * @param load brings the package.
 * @throws {InputError} when the package or its model is not there, or the model is not whole.
 */
export async function openAccurate(load = () => import('@saywho/neural')): Promise<AsyncExtract> {
  const neural = await load().catch((error: unknown) => {
    if (!isMissing(error)) throw error
    throw new InputError(
      '--accurate needs the packages @saywho/neural and onnxruntime-node beside @saywho/cli: npm i @saywho/neural onnxruntime-node'
    )
  })
  const file = createRequire(import.meta.url).resolve('@saywho/neural/model')
  const model = await readFile(file).catch((error: unknown) => {
    throw new InputError(`${file}: ${(error as Error).message}; get it by npm i @saywho/neural`)
  })
  try {
    return await neural.createNeuralExtractor({ model })
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`)
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'

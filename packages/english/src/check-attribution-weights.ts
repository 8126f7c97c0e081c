import type { AttributionWeightsModule } from './index.ts'

/**
 * Holds what a caller hands over to the form of a module of weights; what is in it is checked when it is decoded.
 *
 * @throws {TypeError} when it is none; the message names what is missing or wrong, and what it got.
 */
export function checkAttributionWeights(attributions: AttributionWeightsModule): void {
  if (typeof attributions !== 'object' || attributions === null)
    throw new TypeError(
      `attributions: expected the module that saywho train wrote, got ${show(attributions)}`
    )
  const { head, data } = attributions
  if (typeof head !== 'object' || head === null)
    throw new TypeError(`attributions.head: expected the object that saywho train wrote, got ${show(head)}`)
  if (typeof head.cueWords !== 'string')
    throw new TypeError(`attributions.head.cueWords: expected a string, got ${show(head.cueWords)}`)
  if (typeof data !== 'string')
    throw new TypeError(`attributions.data: expected the string that saywho train wrote, got ${show(data)}`)
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value)

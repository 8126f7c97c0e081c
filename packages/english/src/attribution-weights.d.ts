/**
 * What `data` holds: an `AttributionWeightsHead`, written out. An import here would pull sources of other packages into the
 * build of every package's declarations, which reads all `.d.ts` files.
 */
export const head: {
  version: number
  checksum: string
  cueWords: string
  tables: Record<string, { length: number; scale: number; gaps: number; values: number }>
  trees: Record<string, { trees: number; nodes: number; base: number }>
  cuedCalibration: { score: readonly number[]; chance: readonly number[] }
  uncuedCalibration: { score: readonly number[]; chance: readonly number[] }
}
/** Tables and trees, deflated, in base64. */
export const data: string

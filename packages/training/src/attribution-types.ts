import type { AttributionType } from '@saywho/core'

/** All types of attributions, in the order in which they are told. */
export const TYPES = ['direct', 'mixed', 'indirect'] as const satisfies readonly AttributionType[]

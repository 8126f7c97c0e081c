import type { Finding } from '@saywho/claimreview'
import { printable } from './printable.ts'

/** A finding on one line: `warning: /claimReviewed has 90 characters, …: sum the claim up in fewer words (claim-length)`. */
export function formatFinding({ severity, pointer, reason, advice, ruleId }: Finding): string {
  return printable(`${severity}: ${pointer === '' ? 'the markup' : pointer} ${reason}: ${advice} (${ruleId})`)
}

import type { Finding } from '@saywho/claimreview'
import { printable } from './printable.ts'

/**
 * A finding on one line: `warning: /claimReviewed has 90 characters, …: sum the claim up in fewer words
 * (claim-length)`.
 */
export function formatFinding({ severity, pointer, reason, advice, ruleId }: Finding): string {
  return printable(`${severity}: ${pointer === '' ? 'the markup' : pointer} ${reason}: ${advice} (${ruleId})`)
}

/** Findings for people, errors first, a line each with the rule's source below it, and how many there are. */
export function formatFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const lines = [...errors, ...warnings].flatMap((its) => [formatFinding(its), `  ${its.source}`])
  return `${[...lines, `${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}`].join('\n')}\n`
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

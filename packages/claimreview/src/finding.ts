import { RULES, type RuleId } from './rules.ts'

/** What a check found in ClaimReview markup. */
export interface Finding {
  /** The rule that is broken. */
  ruleId: RuleId
  /** `error`: the markup is wrong or will not be taken; `warning`: it is poorer or riskier than it need be. */
  severity: 'error' | 'warning'
  /** Where, as a JSON pointer (RFC 6901) into the markup; `''` is the whole of it. */
  pointer: string
  /** What is wrong: "is missing". */
  reason: string
  /** What to do about it: "give the verdict in words". */
  advice: string
  /** Where the rule is published. */
  source: string
}

/** A finding of a rule, with that rule's severity, source and, if no other is given, advice. */
export function findingOf(
  ruleId: RuleId,
  pointer: string,
  reason: string,
  advice: string = RULES[ruleId].advice
): Finding {
  const { severity, source } = RULES[ruleId]
  return { ruleId, severity, pointer, reason, advice, source }
}

/**
 * A number, or a string that can be evaluated as one: `4`, `"4"`, `" 4.0 "`. Undefined for anything else, `""` and
 * `"four"` among it.
 */
export function evaluateNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && /^\s*[+-]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined
}

/** The same, with a decimal comma too, as much of Europe writes it: `"4,5"`. */
export function parseNumber(value: unknown): number | undefined {
  return evaluateNumber(typeof value === 'string' ? value.replace(',', '.') : value)
}

import { isObject, type Rule } from './rule.ts'
import { type Options, RULES } from './rules.ts'

/** A rule that is on. */
export interface Setting {
  rule: Rule<Record<string, unknown>>
  /** What `VFileMessage.fatal` becomes: true for errors, false for warnings, undefined for information. */
  fatal: boolean | undefined
  options: Readonly<Record<string, unknown>>
}

const OFF = new Set<unknown>([false, 0, 'off'])
const FATAL = new Map<unknown, boolean | undefined>([
  [true, false],
  ['on', false],
  [1, false],
  ['warn', false],
  [2, true],
  ['error', true],
  ['info', undefined]
])
const SEVERITIES = 'true, false, 0, 1, 2, "on", "off", "info", "warn" or "error"'

/**
 * The rules that are on, with their options.
 *
 * @throws {TypeError} on a rule, a severity or an option that there is not, and on options of a wrong type.
 */
export function readSettings(options: Options | null | undefined): Setting[] {
  if (options === undefined || options === null) return readSettings({})
  if (!isObject(options))
    throw new TypeError(`options: expected an object of rules, got ${describe(options)}`)
  for (const name of Object.keys(options))
    if (!RULES.some(({ id }) => id === name))
      throw new TypeError(
        `options: there is no rule ${describe(name)}; there are ${RULES.map(({ id }) => id).join(', ')}`
      )
  return RULES.flatMap((rule) => {
    const setting = options[rule.id]
    const [severity, own] = Array.isArray(setting)
      ? setting
      : isObject(setting)
        ? [true, setting]
        : [setting ?? true]
    if (!OFF.has(severity) && !FATAL.has(severity))
      throw new TypeError(`options[${describe(rule.id)}]: expected ${SEVERITIES}, got ${describe(severity)}`)
    const read = readOptions(rule, own)
    return OFF.has(severity) ? [] : [{ rule, fatal: FATAL.get(severity), options: read }]
  })
}

function readOptions({ id, defaults, expected }: Rule<Record<string, unknown>>, own: unknown) {
  if (own === undefined) return defaults
  const at = `options[${describe(id)}]`
  if (!isObject(own)) throw new TypeError(`${at}: expected an object of options, got ${describe(own)}`)
  for (const [name, value] of Object.entries(own)) {
    const check = Object.hasOwn(expected, name) ? expected[name] : undefined
    if (check === undefined) throw new TypeError(`${at}: the rule has no option ${describe(name)}`)
    if (value !== undefined && !check[0](value))
      throw new TypeError(`${at}.${name}: expected ${check[1]}, got ${describe(value)}`)
  }
  return {
    ...defaults,
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  }
}

/** A value as an error message shows it. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

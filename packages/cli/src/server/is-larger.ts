/** Whether a value out of JSON holds more than so many values, itself among them, however deep; it looks at no more than that. */
export function isLarger(value: unknown, most: number): boolean {
  const waiting: unknown[] = [value]
  let count = 1
  for (let its = waiting.pop(); its !== undefined; its = waiting.pop()) {
    if (typeof its !== 'object' || its === null) continue
    const within = Object.values(its)
    count += within.length
    if (count > most) return true
    waiting.push(...within)
  }
  return false
}

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/

/** Whether a string is an absolute http or https URL, with nothing around it. */
export function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url)
}

/** Whether a string is a day of the calendar in ISO 8601's extended form, with or without a time. */
export function isIsoDate(date: unknown): date is string {
  const match = typeof date === 'string' ? ISO_DATE.exec(date) : null
  if (!match) return false
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number]
  // A day that the month does not have rolls over into the next.
  return new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(match[0].slice(0, 10))
}

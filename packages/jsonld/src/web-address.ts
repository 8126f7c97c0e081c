/** Whether a string is an absolute http or https URL, with nothing around it. */
export function isWebAddress(url: unknown): url is string {
  return typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) && URL.canParse(url)
}

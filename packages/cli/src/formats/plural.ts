/** A number, with a comma before its thousands, and what it counts. */
export const plural = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`

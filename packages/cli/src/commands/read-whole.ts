import { InvalidArgumentError } from 'commander'

/** More threads than this are nobody's wish. */
export const MOST_WORKERS = 1024

/**
 * Reads an option that is a whole number between two, both of which it may be.
 *
 * @param orElse what else a complaint says that the option may be.
 */
export const readWhole =
  (least: number, most: number, orElse = '') =>
  (value: string): number => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}${orElse}.`)
    return number
  }

import { isIsoDate, isWebAddress } from '@saywho/jsonld'
import type { Command } from 'commander'

/**
 * Makes the reader of an option that is the address of a page. A wrong one is told before anything is read.
 *
 * @param name the option as it is typed.
 */
export const readAddress =
  (command: Command, name: string) =>
  (value: string): string =>
    isWebAddress(value)
      ? value
      : command.error(`${name} must be an absolute http(s) address, not ${JSON.stringify(value)}`)

/** The same, of a day. */
export const readDate =
  (command: Command, name: string) =>
  (value: string): string =>
    isIsoDate(value)
      ? value
      : command.error(`${name} must be a date as 2026-01-31, not ${JSON.stringify(value)}`)

import { styleText } from 'node:util'

/** Makes what puts text in a style where colour is wanted, and leaves it as it is where not. */
export const makeStyle =
  (colour: boolean) =>
  (format: Parameters<typeof styleText>[0], text: string): string =>
    colour ? styleText(format, text) : text

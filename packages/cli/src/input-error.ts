/** What is wrong with the input, in words for the user. The command prints it and ends with status 1. */
export class InputError extends Error {
  override name = 'InputError'
}

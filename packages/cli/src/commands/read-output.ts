import type { Readable } from 'node:stream'
import { type Command, InvalidArgumentError } from 'commander'
import { nameInput } from '../input/read-text.ts'
import { makeOverwriteFinder } from '../output/find-overwritten.ts'

/** Reads an option that names where to write. */
export function readOutput(value: string): string {
  if (value === '') throw new InvalidArgumentError('Name a file.')
  return value
}

/** Takes it for wrong usage that what a command writes would take the place of what it reads. */
export async function refuseOutput(
  command: Command,
  output: string,
  inputs: readonly string[],
  stdin: Readable
): Promise<void> {
  const input = await (await makeOverwriteFinder(inputs, stdin))(output)
  if (input !== undefined)
    command.error(`--output would write over what is read, ${nameInput(input)}: name another file`)
}

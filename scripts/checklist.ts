import { spawnSync } from 'node:child_process'

/** Why a check can't be made on this machine. It is told, and is no failure. */
export class Skipped extends Error {}

/** Makes checks one by one and prints a line for each. */
export class Checklist {
  failures = 0

  /**
   * @param make what throws where something is wrong, with what is to be read about it.
   * @returns whether it passed.
   */
  async check(name: string, make: () => void | Promise<void>): Promise<boolean> {
    const began = Date.now()
    try {
      await make()
      console.log(`ok      ${name} (${Math.round((Date.now() - began) / 1000)} s)`)
      return true
    } catch (error) {
      if (error instanceof Skipped) {
        console.log(`skipped ${name}: ${error.message}`)
        return false
      }
      this.failures++
      console.log(`FAILED  ${name}`)
      console.log(error instanceof Error ? error.message : error)
      return false
    }
  }
}

/**
 * Runs a program to its end.
 *
 * @returns what it printed.
 * @throws {Error} where it ends with another status than 0; the message is what it printed.
 */
export function run(command: string, args: readonly string[], cwd = '.'): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // What is printed is compared.
    env: { ...process.env, FORCE_COLOR: '0' }
  })
  if (status === 0) return stdout
  throw new Error(`${command} ${args.join(' ')}\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}

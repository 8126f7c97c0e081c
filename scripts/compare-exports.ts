import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { listDeclaredValues } from './list-declared-values.ts'
import type { PublicPackage } from './read-public-packages.ts'

/**
 * Where the built declarations of a package part from its modules: a name that only they have type-checks in a user's program and
 * fails when it runs.
 *
 * @returns a line for each name that only one of the two has.
 */
export async function compareExports({ folder, manifest }: PublicPackage): Promise<string[]> {
  const faults: string[] = []
  for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
    // A plain file is no code.
    if (typeof target === 'string') continue
    const declared = listDeclaredValues(join(folder, target.types ?? ''))
    const there = Object.keys(await import(pathToFileURL(join(folder, target.default ?? '')).href))
    const specifier = manifest.name + entry.slice(1)
    for (const name of declared)
      if (!there.includes(name)) faults.push(`${specifier}: declares ${name}, which is not there at run time`)
    for (const name of there)
      if (!declared.includes(name)) faults.push(`${specifier}: has ${name}, which is not declared`)
  }
  return faults
}

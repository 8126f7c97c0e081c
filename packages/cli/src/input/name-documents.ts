import { basename, extname, normalize, sep } from 'node:path'
import { withoutGzip } from './read-bytes.ts'

/**
 * The ids of files that are documents: their names without what tells their format. Those that would be one and the same get as
 * many of the folders before them as tell them apart, and their endings, too, where no folder does.
 *
 * @param files paths, as the user gave them.
 * @returns the id of each.
 */
export function nameDocuments(files: readonly string[]): ReadonlyMap<string, string> {
  const byName = new Map<string, string[]>()
  for (const file of files) byName.set(nameOf(file), [...(byName.get(nameOf(file)) ?? []), file])
  return new Map(
    [...byName.values()].flatMap((its) => {
      const tell = tellApart([...new Set(its.map((file) => normalize(file)))])
      return its.map((file) => [file, tell(normalize(file))] as const)
    })
  )
}

/** Makes what names each of some paths unlike the others, by no more of them than it needs. */
function tellApart(paths: readonly string[]): (path: string) => string {
  const most = Math.max(...paths.map((path) => path.split(sep).length))
  for (const nameLast of [nameOf, (path: string) => basename(path)])
    for (let folders = 0; folders < most; folders++) {
      const tell = (path: string) => {
        const before = path.split(sep).slice(0, -1)
        return [...before.slice(Math.max(0, before.length - folders)), nameLast(path)].join('/')
      }
      if (new Set(paths.map(tell)).size === paths.length) return tell
    }
  return (path) => path
}

const nameOf = (file: string): string => basename(withoutGzip(file), extname(withoutGzip(file)))

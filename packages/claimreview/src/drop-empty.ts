/** A record without the fields that are null, undefined or an empty list; undefined where none is left. */
export function dropEmpty<T extends object>(
  record: { [K in keyof T]: T[K] | null | undefined }
): T | undefined {
  const kept = Object.entries(record).filter(
    ([, its]) => its !== null && its !== undefined && !(Array.isArray(its) && its.length === 0)
  )
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T)
}

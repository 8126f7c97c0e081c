import { type ExtractOptions, extract, type Source } from 'saywho'

/** The names of each attribution's sources, in the order of the contents: "Ana Brandt + Cole", "" for none. */
export function speakersIn(text: string, options?: ExtractOptions): string[] {
  const { attributions, sources } = extract(text, options)
  const nameOf = (id: string) => sources.find((source) => source.id === id)!.name
  return attributions.map(({ sourceIds }) => sourceIds.map(nameOf).join(' + '))
}

/** The names of all sources, in the order of their first mentions. */
export const namesOf = (text: string, options?: ExtractOptions): string[] =>
  extract(text, options).sources.map(({ name }) => name)

/** The source of a text that has one only. */
export function onlySource(text: string, options?: ExtractOptions): Source {
  const { sources } = extract(text, options)
  if (sources.length !== 1) throw new Error(`${sources.length} sources in ${JSON.stringify(text)}`)
  return sources[0]!
}

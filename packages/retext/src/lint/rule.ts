import type { Article, Finding } from './article.ts'

/** Something that an editor may want to know of a text. */
export interface Rule<Options extends object> {
  id: string
  /** The options, as they are where none are given. */
  defaults: Readonly<Options>
  /** What each option must be. */
  expected: Readonly<Record<keyof Options, readonly [isRight: (value: unknown) => boolean, words: string]>>
  /** In any order. */
  find: (article: Article, options: Readonly<Options>) => Finding[]
}

export const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

/** Whether a value is a whole number from 0. */
export const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const LONGEST_SHOWN = 40

/** Words of the text as a message shows them: on one line, the end of long ones left out. */
export function show(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_SHOWN) return `\`${line}\``
  const cut = line.slice(0, LONGEST_SHOWN)
  return `\`${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SHOWN / 2))} …\``
}

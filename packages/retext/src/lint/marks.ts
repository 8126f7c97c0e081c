/** Kinds of double quotation marks; none for single ones, which can't be told from apostrophes, and for angled ones. */
export type MarkStyle = 'curly' | 'straight' | 'doubled'

const STYLES = new Map<string, MarkStyle>([
  ...[...'“”„‟'].map((mark) => [mark, 'curly'] as const),
  ['"', 'straight'],
  ["''", 'doubled'],
  ['``', 'doubled']
])

/** The style of a mark; undefined for what is no double quotation mark. */
export const styleOf = (form: string | undefined): MarkStyle | undefined => STYLES.get(form ?? '')

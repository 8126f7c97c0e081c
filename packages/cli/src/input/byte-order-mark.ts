/** U+FEFF, which some programs write before a text. It counts as a character of a text, as it does in a string. */
const MARK = '\uFEFF'

/** A text without the mark that may stand before it: for what is data, or where editors count none. */
export const withoutMark = (text: string): string => (text.startsWith(MARK) ? text.slice(MARK.length) : text)

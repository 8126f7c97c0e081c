/** A title, or what ends a name, as lexicons have it: "Gen." is "gen". */
export const trimTitle = (word: string): string =>
  word.length > 2 && word.endsWith('.') ? word.slice(0, -1) : word

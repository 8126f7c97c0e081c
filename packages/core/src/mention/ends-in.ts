/** Whether what stands after a word's last hyphen is one of the endings: "Larne-based". */
export function endsIn(word: string, endings: ReadonlySet<string>): boolean {
  const hyphen = word.lastIndexOf('-')
  return hyphen > 0 && endings.has(word.slice(hyphen + 1))
}

/**
 * Shares out the width that there is: each column gets what it wants, and where that is too much, the widest give way, but
 * never below `least`.
 *
 * @returns a width for each, in order. Their sum is `room` at most, unless `least` for each is more than that.
 */
export function shareWidth(wanted: readonly number[], room: number, least: number): number[] {
  const widths = [...wanted]
  for (let over = sum(widths) - room; over > 0; over--) {
    const widest = widths.indexOf(Math.max(...widths))
    if (widths[widest]! <= least) break
    widths[widest]!--
  }
  return widths
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

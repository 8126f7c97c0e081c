/**
 * Pairs items one to one, the highest score first, and of equal scores the earlier on the left, then on the right. Pairs that score 0 or less
 * are left out.
 *
 * @returns pairs of indices.
 */
export function pairOneToOne<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  score: (left: Left, right: Right) => number
): [number, number][] {
  const scored: [score: number, left: number, right: number][] = []
  for (const [i, l] of left.entries())
    for (const [j, r] of right.entries()) {
      const points = score(l, r)
      if (points > 0) scored.push([points, i, j])
    }
  scored.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2])
  const usedLeft = new Set<number>()
  const usedRight = new Set<number>()
  const pairs: [number, number][] = []
  for (const [, i, j] of scored) {
    if (usedLeft.has(i) || usedRight.has(j)) continue
    usedLeft.add(i)
    usedRight.add(j)
    pairs.push([i, j])
  }
  return pairs
}

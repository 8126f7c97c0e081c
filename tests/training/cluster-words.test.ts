import { describe, expect, it } from 'vitest'
import { clusterWords } from '../../packages/training/src/cluster-words.ts'
import { makeRandom } from '../../packages/training/src/random.ts'

const OPTIONS = { fine: 4, coarse: 2, passes: 10, seed: 1 }
/** Four narrow directions, two of them near each other each time. */
const CENTRES = [[1, 0.2, 0], [1, -0.2, 0], [-1, 0, 0.2], [-1, 0, -0.2]] // biome-ignore format: points
const random = makeRandom(7)
const words = Array.from({ length: 40 }, (_, i) => `w${i}`)
const vectors = words.map((_, i) =>
  Float32Array.from(CENTRES[i % 4]!, (its) => (its + random() * 0.02) * (1 + i))
)

describe('clusterWords', () => {
  const groups = clusterWords(words, vectors, OPTIONS)

  it('puts words that point the same way together, however long their vectors', () => {
    expect(groups.flat().map((cluster) => new Set(cluster.map((word) => Number(word.slice(1)) % 4)))).toEqual(
      groups.flat().map((cluster) => new Set([Number(cluster[0]!.slice(1)) % 4]))
    )
    expect(groups.flat()).toHaveLength(4)
  })

  it('groups near clusters, and keeps every word once, in order', () => {
    for (const group of groups)
      expect(new Set(group.flat().map((word) => Number(word.slice(1)) % 4 < 2)).size).toBe(1)
    expect(groups.flat(2).sort()).toEqual([...words].sort())
    for (const cluster of groups.flat()) {
      const places = cluster.map((word) => words.indexOf(word))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
  })

  it('gives the same for the same', () => {
    expect(clusterWords(words, vectors, OPTIONS)).toEqual(groups)
  })

  it('gives no empty group where vectors are the same', () => {
    const same = clusterWords(
      ['a', 'b', 'c'],
      [1, 2, 3].map((its) => Float32Array.of(its, 0)),
      OPTIONS
    )
    expect(same.flat(2).sort()).toEqual(['a', 'b', 'c'])
    expect(same.flat().every((cluster) => cluster.length > 0)).toBe(true)
  })
})

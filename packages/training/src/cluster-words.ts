import { makeRandom } from './random.ts'

/**
 * Words in groups by likeness of their vectors (k-means; seeds after Arthur and Vassilvitskii 2007): `fine` clusters, themselves
 * in `coarse` groups. Words keep their order. The same vectors give the same groups.
 */
export function clusterWords(
  words: readonly string[],
  vectors: readonly Float32Array[],
  { fine, coarse, passes, seed }: { fine: number; coarse: number; passes: number; seed: number }
): string[][][] {
  const units = vectors.map(normalise)
  const { centres, nearest } = findMeans(units, fine, passes, seed)
  const groups = findMeans(centres.map(normalise), coarse, passes, seed + 1)
  const clusters: string[][] = centres.map(() => [])
  words.forEach((word, i) => {
    clusters[nearest[i]!]!.push(word)
  })
  const grouped: string[][][] = Array.from({ length: coarse }, () => [])
  clusters.forEach((cluster, i) => {
    if (cluster.length > 0) grouped[groups.nearest[i]!]!.push(cluster)
  })
  return grouped.filter((group) => group.length > 0)
}

function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / length)
}

function findMeans(points: readonly Float32Array[], count: number, passes: number, seed: number) {
  const random = makeRandom(seed)
  const size = points[0]!.length
  const centres = [points[Math.floor(random() * points.length)]!.slice()]
  const away = Float64Array.from(points, (point) => distance(point, centres[0]!))
  while (centres.length < count) {
    let left = away.reduce((sum, value) => sum + value, 0) * random()
    let chosen = points.length - 1
    for (let i = 0; i < points.length; i++) {
      left -= away[i]!
      if (left <= 0) {
        chosen = i
        break
      }
    }
    const centre = points[chosen]!.slice()
    centres.push(centre)
    for (let i = 0; i < points.length; i++) away[i] = Math.min(away[i]!, distance(points[i]!, centre))
  }
  const nearest = new Int32Array(points.length)
  for (let pass = 0; pass < passes; pass++) {
    for (let i = 0; i < points.length; i++) {
      let best = Number.POSITIVE_INFINITY
      for (let c = 0; c < count; c++) {
        const away = distance(points[i]!, centres[c]!)
        if (away < best) {
          best = away
          nearest[i] = c
        }
      }
    }
    if (pass === passes - 1) break
    const sums = centres.map(() => new Float64Array(size))
    const sizes = new Int32Array(count)
    points.forEach((point, i) => {
      const sum = sums[nearest[i]!]!
      for (let k = 0; k < size; k++) sum[k]! += point[k]!
      sizes[nearest[i]!]!++
    })
    for (let c = 0; c < count; c++)
      if (sizes[c]! > 0) centres[c] = Float32Array.from(sums[c]!, (value) => value / sizes[c]!)
  }
  return { centres, nearest }
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) {
    const d = a[k]! - b[k]!
    sum += d * d
  }
  return sum
}

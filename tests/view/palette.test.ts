import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const style = readFileSync(new URL('../../packages/view/src/style/view.css', import.meta.url), 'utf8')
/** A custom property's colours, light and dark. */
const coloursOf = (pattern: RegExp) =>
  [...style.matchAll(pattern)].map(([, light, dark]) => ({ light: light!, dark: dark! }))
const sources = coloursOf(/\.c\d \{\s*--c: light-dark\((#\w+), (#\w+)\)/g)
const [paper] = coloursOf(/--paper: light-dark\((#\w+), (#\w+)\)/g)

/** How colours are seen with dichromacy: Machado, Oliveira and Fernandes 2009, severity 1; rows for linear RGB. */
const EYES = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}
type Vector = readonly number[]
const dot = (a: Vector, b: Vector) => a.reduce((sum, value, index) => sum + value * b[index]!, 0)

const readLinear = (hex: string): Vector =>
  [...hex.slice(1).matchAll(hex.length === 4 ? /./g : /../g)].map(([digits]) => {
    const value = Number.parseInt(digits.length === 1 ? digits + digits : digits, 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], readLinear(hex))
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}
/** CIELAB of linear RGB, by the white of D65. */
function toLab(rgb: Vector): Vector {
  const [x, y, z] = [
    dot([0.4124, 0.3576, 0.1805], rgb) / 0.9505,
    dot([0.2126, 0.7152, 0.0722], rgb),
    dot([0.0193, 0.1192, 0.9505], rgb) / 1.089
  ].map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116))
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)]
}

describe.each(['light', 'dark'] as const)('the colours of sources, %s', (mode) => {
  const colours = sources.map((its) => its[mode])

  it('are eight, and readable as text on the paper', () => {
    expect(colours).toHaveLength(8)
    for (const colour of colours) expect(contrast(colour, paper![mode]), colour).toBeGreaterThan(5.5)
  })

  it.each(Object.entries(EYES))('are told apart with %s', (_, rows) => {
    const seen = colours.map((colour) => {
      const rgb = readLinear(colour)
      return toLab(rows.map((row) => Math.min(1, Math.max(0, dot(row, rgb)))))
    })
    seen.forEach((a, index) => {
      for (const b of seen.slice(0, index))
        expect(Math.hypot(...a.map((value, at) => value - b[at]!))).toBeGreaterThan(15)
    })
  })
})

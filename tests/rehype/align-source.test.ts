import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignSource } from '../../packages/rehype/src/align-source.ts'

/** What of the source each part of the value stands for; those that do not go in step in brackets. */
const show = (value: string, source: string) =>
  alignSource(value, source, 100)
    .map(({ from, to, start, end, inStep }) => {
      const words = `${value.slice(from, to)}=${source.slice(start - 100, end - 100)}`
      return inStep ? words : `[${words}]`
    })
    .join(' ')

describe('alignSource', () => {
  it.each([
    ['as it is', 'as it is', 'as it is=as it is'],
    ['R&D', 'R&amp;D', 'R=R [&=&amp;] D=D'],
    ['a≂̸b', 'a&NotEqualTilde;b', 'a=a [≂̸=&NotEqualTilde;] b=b'],
    ['©2 A', '&copy2 &#x41;', '[©=&copy] 2 =2  [A=&#x41;]'],
    ['&nope; & x', '&nope; & x', '&nope; & x=&nope; & x'],
    ['a\nb\nc', 'a\r\nb\rc', 'a=a [\n=\r\n] b=b [\n=\r] c=c'],
    ['ab', 'a\0b', 'a=a b=b'],
    ['said no', 'said</b> <i title="a>b">no', 'said=said  =  no=no'],
    ['a<b', 'a&lt;b', 'a=a [<=&lt;] b=b'],
    ['a < b', 'a < b', 'a < b=a < b'],
    ['ab', 'a</>b', 'a=a b=b'],
    ['ab', 'a<!-- > -->b', 'a=a b=b'],
    ['a*b&', 'a\\*b&amp;', 'a=a [*=\\*] b=b [&=&amp;]'],
    ['\\&amp;', '\\\\\\&amp;', '[\\=\\\\] [&=\\&] amp;=amp;'],
    ['one\ntwo', 'one  \n > > two', 'one=one \n=\n two=two'],
    ['one\n> two', 'one\n\\> two', 'one\n=one\n [>=\\>]  two= two'],
    ['', '', '='],
    ['“so”', '"so"', '[“so”="so"]'],
    ['cut', 'cut off', '[cut=cut off]'],
    ['more than', 'more', '[more than=more]']
  ])('%j in %j', (value, source, expected) => {
    expect(show(value, source)).toBe(expected)
  })

  it('covers every value in order, and what goes in step is the same', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '&', 'amp;', '<', '>', '/', '\\', '*', '\r', '\n', '"', '=', '\0', '😀')
    })
    fc.assert(
      fc.property(text, text, (value, source) => {
        const runs = alignSource(value, source, 7)
        expect(runs.map(({ from, to }) => value.slice(from, to)).join('')).toBe(value)
        let last = 7
        for (const { from, to, start, end, inStep } of runs) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(7 + source.length)
          if (inStep) expect(source.slice(start - 7, end - 7)).toBe(value.slice(from, to))
          last = end
        }
      }),
      { numRuns: 2000 }
    )
  })

  it('takes as many steps as there are characters, whatever they are', () => {
    // Each would take minutes if a part were read again for each part after it.
    for (const part of ['&amp', '<', '<a ', '</', '<!--', '\\', '\n>', '"', '=', '&', '\r', ' '])
      expect(alignSource('x', part.repeat(200_000), 0)).toHaveLength(1)
  }, 30_000)
})

import { toScriptTag } from '@saywho/jsonld'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const insideOf = (tag: string) =>
  /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(tag)?.[1] ?? ''
const hostile = fc
  .array(
    fc.constantFrom('</script>', '<!--', '-->', '<script', ']]>', '&lt;', '\u2028', '"', '\\', 'a', '\ud800')
  )
  .map((parts) => parts.join(''))

describe('toScriptTag', () => {
  it('can not be broken out of, and parses back to the same document', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (text) => {
        const inside = insideOf(toScriptTag({ text }))
        expect(inside).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(inside)).toEqual(JSON.parse(JSON.stringify({ text })))
      })
    )
  })

  it('takes nothing but an object', () => {
    expect(() => toScriptTag('{}' as never)).toThrow('jsonLd: expected an object, got {}')
  })
})

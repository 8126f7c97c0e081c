import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packFragment } from '../../packages/playground/src/link/pack-fragment.ts'
import { readFragment } from '../../packages/playground/src/link/read-fragment.ts'
import { MARK, type Shared } from '../../packages/playground/src/link/shared.ts'

const shared = (text: string, more: Partial<Shared> = {}): Shared => ({
  text,
  form: 'text',
  minConfidence: 0,
  acts: ['statement'],
  ...more
})
/** A fragment of anything at all. */
const pack = (value: unknown) => packFragment(value as Shared)

describe('a link', () => {
  it('gives back any text to the character, in letters that an address may hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('text' as const, 'html' as const),
        fc.integer({ min: 0, max: 100 }),
        fc.subarray(['statement', 'belief', 'intention', 'stance'] as const),
        async (text, form, percent, acts) => {
          const its = { text: `${text}\ud800`, form, minConfidence: percent / 100, acts: [...acts] }
          const fragment = await packFragment(its)
          expect(fragment).toMatch(/^#text1=[\w-]+$/)
          expect(await readFragment(fragment)).toEqual(its)
        }
      ),
      { numRuns: 50 }
    )
  })

  it('is shorter than the text', async () => {
    const text = 'The harbour will close on Monday, according to the port authority. '.repeat(40)
    expect((await packFragment(shared(text))).length).toBeLessThan(text.length / 4)
  })

  it.each(['', '#', '#k3f9', '#text', '#text2=AAAA'])('of another kind is none: %s', async (fragment) => {
    expect(await readFragment(fragment)).toBeNull()
  })

  it('that was cut short or changed anywhere is refused, never read as another text', async () => {
    const fragment = await packFragment(shared('“It is safe,” Ana Brandt said. “It was safe.”'))
    const letters = 'AZaz09-_'
    for (let at = MARK.length; at < fragment.length; at++) {
      await expect(readFragment(fragment.slice(0, at)), fragment.slice(0, at)).rejects.toThrow()
      for (const letter of letters.replace(fragment[at]!, '')) {
        const changed = fragment.slice(0, at) + letter + fragment.slice(at + 1)
        // The last letter of base64 has bits to spare.
        const read = await readFragment(changed).catch(() => 'refused')
        if (at < fragment.length - 1) expect(read, changed).toBe('refused')
      }
    }
  })

  it.each([
    null,
    [],
    'a text',
    { text: 'a text' },
    shared('', { form: 'pdf' as never }),
    shared('', { minConfidence: 2 }),
    shared('', { minConfidence: null as never }),
    shared('', { acts: ['shout' as never] }),
    shared('', { acts: 'statement' as never }),
    shared(7 as never)
  ])('that holds something else is refused: %j', async (value) => {
    await expect(readFragment(await pack(value))).rejects.toThrow('something else')
  })

  it('leaves behind what it does not know', async () => {
    expect(await readFragment(await pack({ ...shared('a'), more: '<b>' }))).toEqual(shared('a'))
  })

  it('that unfolds to more than a text may have is refused before it fills the memory', async () => {
    const fragment = await packFragment(shared('a'.repeat(50_000_000)))
    expect(fragment.length).toBeLessThan(100_000)
    await expect(readFragment(fragment)).rejects.toThrow('too much')
  })
})

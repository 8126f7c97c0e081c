import { readdirSync, readFileSync } from 'node:fs'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'

const folder = new URL('./fixtures/', import.meta.url)

describe('fixtures: input.txt gives output.json', () => {
  for (const name of readdirSync(folder))
    it(name, async () => {
      const extraction = extract(readFileSync(new URL(`${name}/input.txt`, folder), 'utf8'), { acts: 'all' })
      const output = new URL(`${name}/output.json`, folder)
      await expect(`${JSON.stringify(extraction, null, 2)}\n`).toMatchFileSnapshot(output.pathname)
    })

  it('has negative cases, which give nothing', () => {
    const negative = readdirSync(folder).filter((name) => name.startsWith('negative-'))
    expect(negative.length).toBeGreaterThan(5)
    for (const name of negative)
      expect(
        extract(readFileSync(new URL(`${name}/input.txt`, folder), 'utf8'), { acts: 'all' }).attributions,
        name
      ).toEqual([])
  })
})

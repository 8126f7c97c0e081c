import { readdirSync, readFileSync } from 'node:fs'
import { extract } from 'saywho'
import { extractHtml } from 'saywho/html'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../packages/playground/src/examples/', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
const extractFile = (file: string) => (file.endsWith('.html') ? extractHtml : extract)(read(file))

describe('the examples', () => {
  it('show between them all that there is to show', () => {
    const files = readdirSync(folder).filter((file) => /\.(?:txt|html)$/.test(file))
    const all = files.map(extractFile)
    const attributions = all.flatMap((its) => its.attributions)
    for (const type of ['direct', 'mixed', 'indirect'])
      expect(attributions.map((its) => its.type)).toContain(type)
    for (const act of ['statement', 'belief', 'intention'])
      expect(attributions.map((its) => its.act)).toContain(act)
    expect(attributions.some(({ negative }) => negative)).toBe(true)
    expect(all.flatMap(({ sources }) => sources).some(({ reason }) => reason !== null)).toBe(true)
  })

  it('has hearsay upon hearsay', () => {
    const { attributions } = extractFile('hearsay.txt')
    const byId = new Map(attributions.map((its) => [its.id, its]))
    const grandparents = attributions.filter(({ parentId }) => byId.get(parentId ?? '')?.parentId)
    expect(grandparents.length).toBeGreaterThan(0)
  })

  it('reads the article of the page, not its menu', () => {
    const { text } = extractFile('ferry.html')
    expect(text).toContain('Nobody sails in January')
    expect(text).not.toMatch(/Home|not run|Coast Post/)
  })
})

import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'

const sourceOf = (text: string) => {
  const { sources } = extract(text)
  expect(sources).toHaveLength(1)
  const { name, type, role } = sources[0]!
  return { name, type, role }
}

describe('what a mention tells', () => {
  it.each([
    ['Ana Brandt said it was safe.', { name: 'Ana Brandt', type: 'person', role: null }],
    ['Mr. Cole said it was safe.', { name: 'Cole', type: 'person', role: 'Mr.' }],
    ['The company said it was safe.', { name: 'company', type: 'organization', role: null }],
    ['Critics said it was unsafe.', { name: 'Critics', type: 'unnamed', role: null }],
    ['The report said it was safe.', { name: 'report', type: 'document', role: null }],
    ['Beijing said it was safe.', { name: 'Beijing', type: 'place', role: null }]
  ])('%s', (text, source) => {
    expect(sourceOf(text)).toEqual(source)
  })
})

describe('who is meant', () => {
  it.each([
    ['a name in short', 'Ana Brandt said it was safe. Brandt said it was cheap.', 1],
    ['a pronoun', 'Ana Brandt said it was safe. She said it was cheap.', 1],
    ['two people', 'Ana Brandt said it was safe. Cole said it was dear.', 2],
    ['nobody before it', 'She said it was cheap.', 0]
  ])('%s', (_, text, count) => {
    expect(extract(text).sources).toHaveLength(count)
  })
})

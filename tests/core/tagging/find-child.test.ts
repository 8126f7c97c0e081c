import { describe, expect, it } from 'vitest'
import { findChild } from '../../../packages/core/src/tagging/find-child.ts'
import { Relation } from '../../../packages/core/src/tagging/relations.ts'
import { rangeOf, readingOf } from '../../support/readings.ts'

describe('findChild', () => {
  const reading = readingOf('Ana said that Ned left.')
  const { tokens, tree } = reading
  const said = rangeOf(reading, 'said').from

  it('gives the first that passes', () => {
    const subject = findChild(tree, said, (child) => tree.syntax.relation[child] === Relation.nsubj)
    expect(tokens.form[subject]).toBe('Ana')
    expect(tokens.form[findChild(tree, said, (child) => child > said)]).toBe('left')
  })

  it('gives -1 where none does, or nothing hangs on the token', () => {
    expect(findChild(tree, said, () => false)).toBe(-1)
    expect(findChild(tree, rangeOf(reading, 'Ana').from, () => true)).toBe(-1)
  })
})

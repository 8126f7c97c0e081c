import { english } from '@saywho/english'
import { readTrainingDocuments, type TrainingFiles } from '@saywho/training'
import { describe, expect, it } from 'vitest'

const lines = (...documents: object[]) =>
  documents.map((document) => `${JSON.stringify(document)}\n`).join('')
const TEXT = 'Ana said “it rained” there.'
const SAID = { type: 'direct', source: [[0, 3]], cue: [[4, 8]], content: [[9, 20]] }
const NONE: TrainingFiles = {
  polnear: '',
  wider: '',
  acts: '',
  gum: '',
  ewt: '',
  ownPolnear: '',
  ownGum: '',
  ownEwt: '',
  written: '',
  uncued: ''
}
const POLNEAR = lines({ id: 'p', text: TEXT, flat: true, attributions: [SAID, SAID] })
const read = (files: Partial<TrainingFiles>) => readTrainingDocuments({ ...NONE, ...files }, english)

describe('readTrainingDocuments', () => {
  it('gives the documents of all files, those annotated as users read texts counting more', () => {
    const documents = read({
      polnear: POLNEAR,
      wider: lines({ id: 'w', text: TEXT, attributions: [] }),
      written: lines({ id: 'x', text: TEXT, attributions: [] })
    })
    expect(documents.map(({ id, weight }) => [id, weight])).toEqual([['p', 2], ['w', 5], ['x', 2]])
    expect(read({})).toEqual([])
    const [uncued] = read({ uncued: lines({ id: 'u', text: TEXT, attributions: [] }) })
    expect([uncued!.id, uncued!.weight, uncued!.onlyUncued]).toEqual(['u', 2, true])
  }) // biome-ignore format: short

  it('looks up the texts of our annotations by id', () => {
    const own = lines({ id: 'p', attributions: [SAID] })
    const ownGum = lines({ id: 'g', attributions: [] })
    const documents = read({
      polnear: POLNEAR,
      gum: lines({ id: 'g', text: 'It rained.', attributions: [SAID] }),
      ownPolnear: own,
      ownGum
    })
    expect(documents.map(({ id, text, attributions }) => [id, text, attributions.length])).toEqual([
      ['p', TEXT, 2],
      ['p', TEXT, 1],
      ['g', 'It rained.', 0]
    ])
    // one is flat, the other is annotated nested and all
    expect(documents.map(({ flat }) => flat)).toEqual([true, undefined, undefined])
    expect(documents.map(({ weight }) => weight)).toEqual([2, 1, 2])
  })

  it('takes the part of a text that is annotated, with its own offsets', () => {
    const words = ['Well', '.', 'Ana', 'said', '“it', 'rained”', 'there.']
    const rows = words.map((word, i) => `${i + 1}\t${word}${'\t_'.repeat(7)}\t${i ? '_' : 'SpaceAfter=No'}`)
    const ewt = ['# newdoc id = e', '# sent_id = 1', ...rows, ''].join('\n')
    const whole = read({ ewt, ownEwt: lines({ id: 'e', attributions: [] }) })
    expect(whole.map(({ text }) => text)).toEqual(['Well. Ana said “it rained” there.'])
    const [part] = read({ ewt, ownEwt: lines({ id: 'e', part: [6, 33], attributions: [SAID] }) })
    expect([part!.id, part!.text, part!.weight]).toEqual(['e', TEXT, 2])
    expect(part!.attributions[0]!.type).toBe('direct')
    expect(part).not.toHaveProperty('part')
  })

  it('says whose text is missing', () => {
    expect(() => read({ polnear: POLNEAR, ownGum: lines({ id: 'lost', attributions: [] }) })).toThrow(
      'lost is annotated, but no corpus has its text'
    )
  })

  it('gives attributions their acts, odd ones left out', () => {
    const acts = lines(
      { doc: 'p', index: 0, act: 'belief', negative: true, odd: false },
      { doc: 'p', index: 1, act: 'intention', negative: false, odd: true },
      { doc: 'elsewhere', index: 0, act: 'belief', negative: false, odd: false }
    )
    const [document] = read({ polnear: POLNEAR, acts })
    expect(document!.attributions).toEqual([{ ...SAID, act: 'belief', negative: true }, SAID])
    expect(document!.flat).toBe(true)
  })

  it('tells types of our own annotations from the marks anew', () => {
    const wrong = { ...SAID, type: 'indirect' }
    expect(
      read({ written: lines({ id: 'x', text: TEXT, attributions: [wrong] }) })[0]!.attributions[0]!.type
    ).toBe('direct')
    expect(
      read({ wider: lines({ id: 'w', text: TEXT, attributions: [wrong] }) })[0]!.attributions[0]!.type
    ).toBe('indirect')
  })
})

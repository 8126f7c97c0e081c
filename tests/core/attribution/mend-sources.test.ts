import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { mendSources } from '../../../packages/core/src/attribution/mend-sources.ts'
import { allWordsOf, candidateOf, readingOf } from '../../support/readings.ts'

const completed = (text: string, ...parts: [source: string, cue: string, content: string]) => {
  const reading = readingOf(text)
  const [its] = mendSources(reading, [candidateOf(reading, ...parts)], english.sources)
  return allWordsOf(reading, its!.source)
}

describe('mendSources', () => {
  it.each([
    ['Velora, Inc. said it was safe.', 'Inc.', 'Velora, Inc.'],
    ['Ned Cole, Jr. said it was safe.', 'Jr.', 'Ned Cole, Jr.'],
    ['Ned Cole, Jr., the mayor, said it was safe.', 'Jr., the mayor', 'Ned Cole, Jr., the mayor']
  ])('gives what ends a name the name before it: %s', (text, source, whole) => {
    expect(completed(text, source, 'said', 'it was safe')).toEqual([whole])
  })

  it.each([
    ['Velora (VLR), a maker of lenses, said it was safe.', 'VLR), a maker of lenses', 'Velora (VLR), a maker of lenses'],
    ['Velora ASA (OSE: VLR), a maker, said it was safe.', 'VLR), a maker', 'Velora ASA (OSE: VLR), a maker'],
    ['Velora, Inc. (VLR), a maker, said it was safe.', 'VLR), a maker', 'Velora, Inc. (VLR), a maker'],
    ['LARNE, Norland (AP) — Two in three voters said it was safe.', 'LARNE, Norland (AP) — Two in three voters', 'Two in three voters'],
    ['Health officials on Friday said it was safe.', 'Health officials on Friday', 'Health officials'],
    ['A sign on the door Tuesday said it was safe.', 'A sign on the door Tuesday', 'A sign on the door'],
    ['The experts today said it was safe.', 'The experts today', 'The experts'],
    ['Ana Brandt yesterday said it was safe.', 'Ana Brandt yesterday', 'Ana Brandt'],
    ['Brandt last night said it was safe.', 'Brandt last night', 'Brandt'],
    ['The ministry in a statement said it was safe.', 'The ministry in a statement', 'The ministry'],
    ['Appellants in their notice of appeal said it was safe.', 'Appellants in their notice of appeal', 'Appellants'],
    ['Sir, Otto Hale said it was safe.', 'Sir, Otto Hale', 'Otto Hale'],
    ['Cross-examining, Gwilym Cole said it was safe.', 'Cross-examining, Gwilym Cole', 'Gwilym Cole'],
    ['Downing Street said it was safe.', 'Street', 'Downing Street'],
    ['Save the Children said it was safe.', 'the Children', 'Save the Children'],
    ['ST. ALDEN — Voters in three towns said it was safe.', 'ST. ALDEN — Voters in three towns', 'Voters in three towns'],
    ['NEW LARNE: The court said it was safe.', 'NEW LARNE: The court', 'The court'],
    ['My aunt phoned and said it was safe.', 'My aunt phoned and', 'My aunt'],
    ['Diplomats privately said it was safe.', 'Diplomats privately', 'Diplomats'],
    ['The sender probably has said it was safe.', 'The sender probably', 'The sender'],
    ['Ana Brandt, who lives in Larne and is ill, said it was safe.', 'Ana Brandt, who lives in Larne and', 'Ana Brandt, who lives in Larne'],
    ['A study that Cole co-authored said it was safe.', 'A study that Cole', 'A study'],
    ['A study that Cole wrote said it was safe.', 'A study that Cole wrote', 'A study that Cole wrote']
  ])('ends and begins a source where its phrase does: %s', (text, source, whole) => {
    expect(completed(text, source, 'said', 'it was safe')).toEqual([whole])
  }) // biome-ignore format: a table

  it('leaves a particle to the verb', () => {
    const text = '“It is safe,” shot back Ana Brandt.'
    expect(completed(text, 'back Ana Brandt', 'shot', '“It is safe,”')).toEqual(['Ana Brandt'])
  })

  it.each([
    ['A study published Monday said it was safe.', 'A study published Monday'],
    ['A man from the town of Friday said it was safe.', 'A man from the town of Friday'],
    ['Larne (pop. 900) said it was safe.', 'pop'],
    ['Ewing, now the head coach, said it was safe.', 'Ewing, now the head coach'],
    ['A poll out this morning said it was safe.', 'A poll out this morning'],
    ['Last night said it was safe.', 'Last night'],
    ['NATO - and Larne - said it was safe.', 'NATO - and Larne'],
    ['Cole, Sterling, Hale said it was safe.', 'Sterling, Hale'],
    ['The man who wrote to her on Thursday said it was safe.', 'The man who wrote to her on Thursday'],
    ['Velora, Inc. said it was safe.', 'Velora, Inc.'],
    ['In Larne, Cole said it was safe.', 'Cole'],
    ['To save the children, the children said it was safe.', 'the children'],
    ['Downing tools, Street said it was safe.', 'Street'],
    ['Scientists in the study said it was safe.', 'Scientists in the study'],
    ['The man in a coat said it was safe.', 'The man in a coat'],
    ['The writer on USA Today said it was safe.', 'The writer on USA Today'],
    ['Sir Otto Hale said it was safe.', 'Sir Otto Hale'],
    ['Officials here said it was safe.', 'Officials here'],
    ['The mayor and the council said it was safe.', 'The mayor and the council'],
    ['The author of the report, who asked for more time, said it was safe.', 'The author of the report'],
    ['Yesterday, Inc. magazine said it was safe.', 'Inc. magazine']
  ])('leaves other sources: %s', (text, source) => {
    expect(completed(text, source, 'said', 'it was safe')).toEqual([source])
  })

  it('gives a clause about somebody to who it is about, and not to the noun before it', () => {
    const text = 'A person familiar with the talks, who asked not to be named, said it was safe.'
    expect(completed(text, 'the talks', 'asked', 'not to be named')).toEqual([
      'A person familiar with the talks'
    ])
  })

  it('leaves the verb before who speaks out of a source without a cue', () => {
    const text = 'Continued Ana Brandt: “It is safe.”'
    expect(completed(text, 'Continued Ana Brandt', '', '“It is safe.”')).toEqual(['Ana Brandt'])
    const named = 'Continental Brandt: “It is safe.”'
    expect(completed(named, 'Continental Brandt', '', '“It is safe.”')).toEqual(['Continental Brandt'])
  })

  it('takes whoever was told for no source', () => {
    const told = (text: string, source: string) => completed(text, source, 'told', 'Bridge was safe')
    expect(told('Bridge was safe, inquiry told', 'inquiry')).toEqual([])
    expect(told('Bridge was safe, Brandt told us.', 'Brandt')).toEqual(['Brandt'])
  })

  it('takes whoever was asked for no source', () => {
    const asked = (text: string, source: string) => completed(text, source, 'Asked', 'whether it was safe')
    expect(asked('Asked whether it was safe, Brandt laughed.', 'Brandt')).toEqual([])
    expect(asked('Asked by Brandt whether it was safe, he laughed.', 'Brandt')).toEqual(['Brandt'])
    const told = (text: string, source: string) => completed(text, source, 'asked', 'whether it was safe')
    expect(told('Brandt, asked whether it was safe, said no.', 'Brandt')).toEqual([])
    expect(told('Brandt was asked whether it was safe.', 'Brandt')).toEqual([])
    expect(told('The mayor, Ana Brandt, asked whether it was safe.', 'The mayor, Ana Brandt')).toEqual([
      'The mayor, Ana Brandt'
    ])
  })

  it('gives what was quoted to who is quoted', () => {
    const reading = readingOf('Brandt was quoted as saying it was safe.')
    const quoted = { ...candidateOf(reading, '', 'quoted', 'Brandt'), source: [] }
    const [safe] = candidateOf(reading, '', 'quoted', 'it was safe').content
    const [its] = mendSources(reading, [{ ...quoted, content: [...quoted.content, safe!] }], english.sources)
    expect(allWordsOf(reading, its!.source)).toEqual(['Brandt'])
    expect(allWordsOf(reading, its!.content)).toEqual(['it was safe'])
    // with nothing that was said, it stays as it is
    expect(mendSources(reading, [quoted], english.sources)).toEqual([quoted])
  })

  it('finds who is quoted by whom', () => {
    const saying = (text: string, source: string) => completed(text, source, 'saying', 'it was safe')
    expect(saying('The Herald quoted Ana Brandt, the mayor, as saying it was safe.', 'The Herald')).toEqual([
      'Ana Brandt, the mayor'
    ])
    expect(saying('Brandt was quoted as saying it was safe.', 'Brandt')).toEqual(['Brandt'])
    expect(saying('Brandt left the Herald as saying it was safe was wrong.', 'Brandt')).toEqual(['Brandt'])
  })

  it('finds to whom something seems', () => {
    const seems = (text: string, source: string) => completed(text, source, 'seems', 'that it was safe')
    expect(seems('It seems to me that it was safe.', 'It')).toEqual(['me'])
    expect(seems('It seems that it was safe.', 'It')).toEqual(['It'])
    expect(seems('Ana seems to us that it was safe.', 'Ana')).toEqual(['Ana'])
  })

  it('takes nothing that is said', () => {
    expect(completed('We met Ana Brandt, Jr. said.', 'Jr.', 'said', 'We met Ana')).toEqual(['Brandt, Jr.'])
  })
})

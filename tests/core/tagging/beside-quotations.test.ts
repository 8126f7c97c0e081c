import { RELATIONS, TAGS } from '@saywho/core/rooms'
import { describe, expect, it } from 'vitest'
import { treeOf } from '../../support/tables.ts'

const readWord = (text: string, word: string) => {
  const { tokens, syntax } = treeOf(text)
  const token = tokens.form.indexOf(word)
  const above = syntax.head[token]!
  return {
    tag: TAGS[syntax.tag[token]!],
    relation: RELATIONS[syntax.relation[token]!],
    head: above < 0 ? null : tokens.form[above]
  }
}

describe('tagVerbsOfQuotations', () => {
  it.each([
    ['“Nonsense!” cried Ana Brandt.', 'cried', 'VBD'],
    ['“Nobody told us!” cried Ana Brandt, who runs the port.', 'cried', 'VBD'],
    ['“What now?” whined the nurse.', 'whined', 'VBD'],
    ['“I saw it,” Brandt recalls. “It was huge.”', 'recalls', 'VBZ'],
    ['“I saw it,” Ana Brandt frets. “It was huge.”', 'frets', 'VBZ'],
    ['“I saw it,” the nurse answers.', 'answers', 'VBZ'],
    ['‘I saw it’, the nurse answers.', 'answers', 'VBZ'],
    ['“I saw it,” reasons Ana Brandt.', 'reasons', 'VBZ'],
    ['“Nothing to say,” Dora mutters to the nurse, and she leaves.', 'mutters', 'VBZ']
  ])('tags the word that says who says it: %s', (text, word, tag) => {
    expect(readWord(text, word).tag).toBe(tag)
  })

  it.each([
    ['“We are ready,” captain Mette Olsen joked.', 'captain', 'NN'],
    ['“We are ready,” former mayor Ana Brandt said.', 'former', 'JJ'],
    ['“We are ready,” Brandt aides said, and they left.', 'aides', 'NNS'],
    ['The kiosk sold “Hello!,” a magazine of many pictures and few answers.', 'answers', 'NNS'],
    ['She ran past the sign, “Wet paint!”, with two cakes and three mugs.', 'mugs', 'NNS'],
    ['He gave three answers.', 'answers', 'NNS']
  ])('leaves what is none: %s', (text, word, tag) => {
    expect(readWord(text, word).tag).toBe(tag)
  })
})

describe('attachQuotations', () => {
  it('makes who stands after the verb its subject', () => {
    expect(readWord('“Nobody told us!” cried Ana Brandt, who runs the port.', 'Brandt')).toMatchObject({
      relation: 'nsubj',
      head: 'cried'
    })
    expect(readWord('“What a mess!” announced the nurse.', 'nurse')).toMatchObject({
      relation: 'nsubj',
      head: 'announced'
    })
  })

  it('hangs what is said on the verb, not the verb on what is said', () => {
    const text = '“We knew,” Hale mumbled, “but nobody asked.”'
    expect(readWord(text, 'mumbled')).toMatchObject({ relation: 'ROOT', head: null })
    expect(readWord(text, 'knew')).toMatchObject({ relation: 'ccomp', head: 'mumbled' })
  })

  it('leaves an object where no quotation ends before the verb', () => {
    expect(readWord('The firm announced a plan.', 'plan')).toMatchObject({
      relation: 'dobj',
      head: 'announced'
    })
  })
})

import { pairQuotationMarks } from '@saywho/core/rooms'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokensOf, wordsOf } from '../../support/tables.ts'

function quotationsOf(text: string) {
  const tokens = tokensOf(text)
  return pairQuotationMarks(tokens).list.map((quotation) => wordsOf(tokens, quotation))
}

/** Each quotation with the one that it goes on from. */
function continuationsIn(text: string) {
  const tokens = tokensOf(text)
  return pairQuotationMarks(tokens).list.map((its) => [wordsOf(tokens, its), its.continues])
}

describe('pairQuotationMarks', () => {
  it('pairs curly, straight, doubled and angled marks', () => {
    expect(quotationsOf('“One,” she said.')).toEqual(['“One,”'])
    expect(quotationsOf('"One," she said. "Two."')).toEqual(['"One,"', '"Two."'])
    expect(quotationsOf("''One,'' she said. ''Two.''")).toEqual(["''One,''", "''Two.''"])
    expect(quotationsOf('«One», she said. „Two”')).toEqual(['«One»', '„Two”'])
  })

  it('pairs marks that were doubled and then curled, whichever way they turn', () => {
    expect(quotationsOf('‘‘One,’’ she said. ‘‘Two.’’')).toEqual(['‘‘One,’’', '‘‘Two.’’'])
    expect(quotationsOf('‘’One,’’ she said. “Two.’’')).toEqual(['‘’One,’’', '“Two.’’'])
    expect(quotationsOf('’’One,’’ she said.')).toEqual(['’’One,’’'])
    expect(quotationsOf('‚‚One,‘‘ she said.')).toEqual(['‚‚One,‘‘'])
    expect(quotationsOf('‘’Tis so,’ she said, ‘and ’tis not.’')).toEqual(['‘’Tis so,’', '‘and ’tis not.’'])
    expect(quotationsOf('‘’One, ‘’two,’’ she said, the dogs’ lead in hand.')).toHaveLength(1)
  })

  it('closes single marks before what parts or ends a sentence', () => {
    expect(quotationsOf('‘One’, she said. ‘Two’; then ‘three’: “He said ‘four’.”')).toEqual([
      '‘One’',
      '‘Two’',
      '‘three’',
      '“He said ‘four’.”',
      '‘four’'
    ])
    expect(quotationsOf("'One', she said ('two'), and 'three'.")).toEqual(["'One'", "'two'", "'three'"])
    expect(quotationsOf('‘One’—she said—“two ‘three’”')).toEqual(['‘One’', '“two ‘three’”', '‘three’'])
    expect(quotationsOf("The dogs', the boys’; it’s the Joneses'.")).toEqual([])
  })

  it('nests single marks in double ones', () => {
    const tokens = tokensOf('“He said ‘never’ to me,” she said.')
    const { list } = pairQuotationMarks(tokens)
    expect(list.map((quotation) => wordsOf(tokens, quotation))).toEqual([
      '“He said ‘never’ to me,”',
      '‘never’'
    ])
    expect(list.map(({ around }) => around)).toEqual([-1, 0])
  })

  it('runs on over paragraphs that open a mark again', () => {
    const { list } = pairQuotationMarks(tokensOf('She said: “One.\n\n“Two.\n\n“Three.” Then she left.'))
    expect(list.map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, -1],
      [false, 0],
      [true, 1]
    ])
  })

  it('runs on over paragraphs in single marks, each opened again', () => {
    const text = 'She said: ‘One.\n\n‘Two, it’s the boys’.\n\n‘Three.’ Then she left.'
    const { list } = pairQuotationMarks(tokensOf(text))
    expect(list.map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, -1],
      [true, 0],
      [true, -1]
    ])
    expect(quotationsOf("She said: 'One.\n\n'Two.\n\n'Three.' Then she left.")).toEqual([
      "'One.",
      "'Two.",
      "'Three.'"
    ])
    expect(quotationsOf("It was: 'tis so.\n\nTwo.")).toEqual([])
  })

  it('runs on over a line between, and through paragraphs that no mark opens', () => {
    expect(continuationsIn('“One.\n\nAdvertisement\n\n“Two,” she said.')).toEqual([
      ['“One.', -1],
      ['“Two,”', 0]
    ])
    expect(continuationsIn('She said: “One.\n\nTwo.\n\nThree,” and left. “Four.”')).toEqual([
      ['“One.', -1],
      ['Two.', 0],
      ['Three,”', 1],
      ['“Four.”', -1]
    ])
  })

  it('does not run on over what has marks of its own, over a long line or too many', () => {
    const apart = (between: string) => continuationsIn(`“One.\n\n${between}\n\n“Two,” she said.`).at(-1)
    expect(apart('He left “it” there.')).toEqual(['“Two,”', -1])
    expect(apart(`He ${'went on '.repeat(20)}and left.`)).toEqual(['“Two,”', -1])
    expect(apart('A caption.\n\nAnother.')).toEqual(['“Two,”', -1])
    const far = `“One.\n\n${'More.\n\n'.repeat(6)}End,” she said.`
    expect(continuationsIn(far)).toEqual([['“One.', -1]])
    expect(continuationsIn('“One.\n\nTwo “three” and four.”')).toEqual([
      ['“One.', -1],
      ['“three”', -1]
    ])
  })

  it('runs to the end of the paragraph where the mark that closes is missing', () => {
    expect(quotationsOf('“One,” she said. “Two and three.\n\nShe left.')).toEqual([
      '“One,”',
      '“Two and three.'
    ])
  })

  it('takes a mark that nothing closes for none where a long paragraph goes on after it', () => {
    const long = 'I was out in the rain all day. '.repeat(40)
    expect(quotationsOf(`They said, “like, ${long}\n\nShe left.`)).toEqual([])
    expect(quotationsOf(`They said, “like, ${long}\n\n“So I left.”`)).toHaveLength(2)
    expect(quotationsOf(`“They said, ${long}\n\nShe left.`)).toHaveLength(1)
  })

  it('takes marks that are set the wrong way round', () => {
    expect(quotationsOf('”One,” she said. »Two«, he said.')).toEqual(['”One,”', '»Two«'])
  })

  it('takes a closing mark inside a word for an apostrophe', () => {
    expect(quotationsOf('“It”s late and I won”t go,” the county”s man said.')).toEqual([
      '“It”s late and I won”t go,”'
    ])
  })

  it('takes no apostrophe, year, foot or inch for a mark', () => {
    expect(quotationsOf("The '90s were the Joneses' best years, and it's fine.")).toEqual([])
    expect(quotationsOf('It is 6\' 2" long and 3" wide.')).toEqual([])
  })

  it('lets an odd mark spoil no more than its paragraph', () => {
    expect(quotationsOf('An “odd mark here.\n\n“Fine,” she said.')).toEqual(
      ['“odd mark here.', '“Fine,”'].slice(1)
    )
    expect(quotationsOf('An odd” mark here.\n\n“Fine,” she said.')).toEqual(['“Fine,”'])
  })

  it('gives quotations that nest and never cross, for any marks', () => {
    const marks = fc.array(
      fc.constantFrom('"', '“', '”', '‘', '’', '‘’', '’’', "''", 'word', ' ', '\n\n', '(', ','),
      {
        maxLength: 80
      }
    )
    fc.assert(
      fc.property(marks, (pieces) => {
        const { list } = pairQuotationMarks(tokensOf(pieces.join('')))
        for (const a of list)
          for (const b of list) expect(a.from < b.from && b.from < a.to && a.to < b.to).toBe(false)
      })
    )
  })
})

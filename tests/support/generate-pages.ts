import fc from 'fast-check'
import type { Element, ElementContent, Root } from 'hast'

const SENTENCES = [
  '“We will rebuild the bridge,” Mayor Ana Brandt said.',
  'Ben Cole said that “nobody” had asked him.',
  '“It is closed,” she added, “and it stays so.”',
  'According to the Harbour Trust, 5 < 6 & 7 > 6.',
  'The ferry stopped at noon.',
  'Cole told the mayor that Dana Frey had promised to pay.',
  '"No," he said. "Never </p> <!-- again."',
  'Dana Frey: “Why now?” 😀'
]
const element = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children
})
const SPACE = fc.constantFrom(' ', '  ', '\n', '\n   ', '\t ')

/** A sentence, parts of it in inline elements that may hold each other, with comments and empty elements between. */
const inline: fc.Arbitrary<ElementContent[]> = fc
  .tuple(
    fc.constantFrom(...SENTENCES),
    fc.array(
      fc.record({
        at: fc.nat(60),
        length: fc.nat(20),
        kind: fc.constantFrom('em', 'strong', 'span', 'q', 'i', 'comment', 'wbr', 'br', 'code')
      }),
      { maxLength: 4 }
    ),
    SPACE
  )
  .map(([sentence, parts, space]) => {
    const write = (text: string, rest: typeof parts): ElementContent[] => {
      const [part, ...others] = rest
      if (part === undefined || text === '') return text === '' ? [] : [{ type: 'text', value: text }]
      const from = Math.min(part.at, text.length)
      const to = Math.min(from + part.length, text.length)
      const middle: ElementContent =
        part.kind === 'comment'
          ? { type: 'comment', value: 'x' }
          : element(
              part.kind,
              part.kind === 'wbr' || part.kind === 'br' ? [] : write(text.slice(from, to), others)
            )
      const isEmpty = middle.type === 'comment' || middle.tagName === 'wbr' || middle.tagName === 'br'
      return [
        ...write(text.slice(0, from), others),
        middle,
        ...write(text.slice(isEmpty ? from : to), others)
      ]
    }
    return write(sentence.replace(/ (?=\p{Lu})/gu, space), parts)
  })

const paragraph = fc
  .tuple(fc.constantFrom('p', 'h2'), fc.array(inline, { minLength: 1, maxLength: 3, size: 'max' }), SPACE)
  .map(([name, sentences, space]) =>
    element(
      name,
      sentences.flatMap((its, index): ElementContent[] =>
        index === 0 ? its : [{ type: 'text', value: space }, ...its]
      )
    )
  )
const listOf = (name: string, item: string) =>
  fc
    .array(inline, { minLength: 1, maxLength: 3 })
    .map((items) => element(name, [{ type: 'text', value: '\n' }, ...items.map((its) => element(item, its))]))
const table = fc
  .array(fc.array(inline, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .map((rows) =>
    element('table', [
      element(
        'tbody',
        rows.map((cells) =>
          element(
            'tr',
            cells.map((its) => element('td', its))
          )
        )
      )
    ])
  )
const leaf = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  listOf('ul', 'li'),
  listOf('dl', 'dd'),
  table,
  inline.map((its) => element('div', its)),
  inline.map((its) => element('nav', its))
)
const block: fc.Arbitrary<Element> = fc.letrec<{ block: Element }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(
        fc.constantFrom('section', 'article', 'blockquote', 'div', 'main', 'aside', 'header', 'footer'),
        fc.array(tie('block'), { minLength: 1, maxLength: 4 })
      )
      .map(([name, children]) => element(name, children))
  )
})).block

/** Fragments of pages of news, with nothing that a parser would put elsewhere. */
export const pages: fc.Arbitrary<Root> = fc
  .array(block, { minLength: 1, maxLength: 5, size: 'max' })
  .map((children) => ({ type: 'root', children }))

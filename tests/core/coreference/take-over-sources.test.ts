import { describe, expect, it } from 'vitest'
import { makeTakeOver } from '../../../packages/core/src/coreference/take-over-sources.ts'
import { candidateOf } from '../../support/readings.ts'
import { tokensOf } from '../../support/tables.ts'

/** Which attribution each takes its source from; parts as in the text, and the index of the parent. */
function takenIn(text: string, ...given: [source: string, cue: string, content: string, parent?: number][]) {
  const tokens = tokensOf(text)
  const takenBy = makeTakeOver(
    tokens,
    given.map(([source, cue, content]) => candidateOf({ tokens }, source, cue, content)),
    given.map(([, , , parent = -1]) => parent),
    (one, another) => given[one]![0] === given[another]![0]
  )
  return given.map((_, index) => takenBy(index))
}

describe('makeTakeOver', () => {
  it('gives a quotation that stands alone to whoever was heard last', () => {
    expect(takenIn('“One,” Ana said. “Two.”', ['Ana', 'said', '“One,”'], ['', '', '“Two.”'])).toEqual([-1, 0])
    expect(takenIn('“One,” Ana said.\n\n“Two.”', ['Ana', 'said', '“One,”'], ['', '', '“Two.”'])).toEqual([
      -1, 0
    ])
  })

  it('gives what follows a question in its paragraph to whoever asked', () => {
    const given = [
      ['Ana', 'asked', '“One?”'],
      ['', '', '“Two.”']
    ] as const
    expect(takenIn('“One?” Ana asked. “Two.”', ...given.map(([...its]) => its))).toEqual([-1, 0])
  })

  it('goes on from one that was taken over itself', () => {
    expect(
      takenIn(
        '“One,” Ana said.\n\n“Two.”\n\n“Three.”',
        ['Ana', 'said', '“One,”'],
        ['', '', '“Two.”'],
        ['', '', '“Three.”']
      )
    ).toEqual([-1, 0, 0])
  })

  it('gives answers, and what is asked again, to the other of two who take turns', () => {
    const asked = ['Ana', 'asked', '“One?”'] as const
    const answered = ['Ned', 'said', '“Two.”'] as const
    const text = '“One?” Ana asked.\n\n“Two.” Ned said.\n\n“Three?”\n\n“Four.”\n\n“Five.”'
    expect(takenIn(text, [...asked], [...answered], ['', '', '“Three?”'], ['', '', '“Four.”'], ['', '', '“Five.”'])).toEqual([-1, -1, 0, 1, 0]) // biome-ignore format: a row
  })

  it('goes on with one of two who take no turns', () => {
    const text = '“One,” Ana said.\n\n“Two,” Ned said.\n\n“Three.”'
    expect(takenIn(text, ['Ana', 'said', '“One,”'], ['Ned', 'said', '“Two,”'], ['', '', '“Three.”'])).toEqual([-1, -1, 1]) // biome-ignore format: a row
  })

  it.each([
    ['nobody was heard', 'It rained. “Two.”', [['', '', '“Two.”']]],
    ['that is two paragraphs ago', '“One,” Ana said.\n\nIt rained.\n\n“Two.”', [['Ana', 'said', '“One,”'], ['', '', '“Two.”']]],
    ['it may be an answer', '“One?” Ana asked.\n\n“Two.”', [['Ana', 'asked', '“One?”'], ['', '', '“Two.”']]],
    ['it names someone', '“One,” Ana said. “Two.” – Cole', [['Ana', 'said', '“One,”'], ['Cole', '', '“Two.”']]],
    ['a cue attributes it', '“One,” Ana said. It is said that two.', [['Ana', 'said', '“One,”'], ['', 'is', 'that two']]]
  ] as [string, string, [string, string, string][]][])('takes over nothing where %s', (_, text, given) => {
    expect(takenIn(text, ...given)).toEqual(given.map(() => -1))
  }) // biome-ignore format: a table

  it("is not led astray by who is quoted in another's words", () => {
    expect(
      takenIn(
        'Ana said Cole thought it safe. “Two.”',
        ['Ana', 'said', 'Cole thought it safe'],
        ['Cole', 'thought', 'it safe', 0],
        ['', '', '“Two.”']
      )
    ).toEqual([-1, -1, 0])
  })
})

import {
  type ChooseAntecedent,
  collectMentions,
  findAnonymity,
  linkNames,
  placeMentions,
  resolveAnaphors
} from '@saywho/core/rooms'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'
import { candidateOf, readingOf } from '../../support/readings.ts'
import { wordsOf } from '../../support/tables.ts'

/** Whom a text names, with all their mentions; the choice among antecedents is a stub. */
function resolve(
  text: string,
  choose: ChooseAntecedent,
  sources: readonly string[] = [],
  contents: readonly string[] = sources
) {
  const reading = readingOf(text)
  const attributions = sources.map((source, index) => candidateOf(reading, source, source, contents[index]!))
  const { mentions, mentionsOf } = collectMentions(reading, attributions, [], english)
  const context = placeMentions(mentions, attributions, mentionsOf, attributions.map(() => -1), reading.quotations) // biome-ignore format: one call
  const nobody = new Int32Array(mentions.length).fill(-1)
  const { entities, entityOf } = linkNames(reading, mentions, english.sources, nobody)
  const words = (index: number) => wordsOf(reading.tokens, mentions[index]!.range)
  const asked: Record<string, string[]> = {}
  const take: ChooseAntecedent = (its, index, candidates) => {
    asked[words(index)] = candidates.map((entity) => words(its.entities[entity]!.first))
    return choose(its, index, candidates)
  }
  const anonymity = findAnonymity(reading.tokens, english.sources)
  resolveAnaphors(reading, mentions, context, anonymity, english.sources, entities, entityOf, take)
  const groups: string[][] = entities.map(() => [])
  entityOf.forEach((entity, index) => {
    if (entity >= 0) groups[entity]!.push(words(index))
  })
  return { asked, groups }
}
const latest: ChooseAntecedent = (_, __, candidates) => candidates[0]!
const none: ChooseAntecedent = () => -1

describe('resolveAnaphors', () => {
  it.each([
    ['he', 'Ana Brandt met Ned Cole and Velora Inc. He left.', 'He', ['Ned Cole']],
    ['she', 'Ned Cole met Ana Brandt and Velora Inc. She left.', 'She', ['Ana Brandt']],
    ['it', 'Ana Brandt runs Velora Inc. It grew.', 'It', ['Velora Inc.']],
    ['they', 'Ana Brandt met some critics. They left.', 'They', ['some critics']],
    ['his', 'Ned Cole met Ana Brandt. His office is old.', 'His', ['Ned Cole']]
  ])('asks for nobody whom %s can not mean', (_, text, pronoun, candidates) => {
    expect(resolve(text, latest, [pronoun]).asked[pronoun]).toEqual(candidates)
  })

  it('asks for nobody who is spoken of in what the pronoun’s bearer says', () => {
    const said = (quoted: string) => `Ned Cole objected. “${quoted},” he said.`
    const askedIn = (quoted: string) => {
      const { asked } = resolve(said(quoted), none, ['he'], [`“${quoted},”`])
      return asked.he
    }
    expect(askedIn('Otto Hale lied')).toEqual(['Ned Cole'])
    expect(askedIn('Ned Cole lied')).toBeUndefined()
    expect(askedIn('It is late')).toEqual(['Ned Cole'])
  })

  it('asks the latest first', () => {
    expect(resolve('Ned Cole met Otto Hale. He left.', none).asked.He).toEqual(['Otto Hale', 'Ned Cole'])
  })

  it.each([
    ['Ned Cole left. Nobody paid. He was tired.', ['Ned Cole']],
    ['Ned Cole left. Every driver paid. He was tired.', ['Ned Cole']],
    ['Ned Cole left. Not one driver paid. He was tired.', ['Ned Cole']],
    ['Ned Cole left. The driver paid a fine. He was tired.', ['The driver', 'Ned Cole']]
  ])('asks for somebody in particular: %s', (text, candidates) => {
    expect(resolve(text, none).asked.He).toEqual(candidates)
  })

  it('takes for somebody what the text says that they are, where it does not deny it', () => {
    expect(resolve('Ned Cole is a doctor.', none).groups).toEqual([['Ned Cole', 'a doctor']])
    expect(resolve('Ned Cole is not a doctor.', none).groups).toEqual([['Ned Cole'], ['a doctor']])
  })

  it('joins a pronoun to what is chosen, and leaves it alone where nothing is', () => {
    const text = 'Ned Cole left. He was tired.'
    expect(resolve(text, latest).groups).toContainEqual(['Ned Cole', 'He'])
    expect(resolve(text, none).groups).toEqual([['Ned Cole']])
  })

  it('does not ask what "I", "we" and "you" mean', () => {
    const { asked } = resolve('Ned Cole left. I told you we were tired.', latest)
    expect(Object.keys(asked)).toEqual([])
  })

  it('takes an office for its bearer without asking', () => {
    const { asked, groups } = resolve('Senator Paula Grant left. The senator was tired.', none)
    expect(groups).toContainEqual(['Senator Paula Grant', 'The senator'])
    expect(asked).not.toHaveProperty('The senator')
  })

  it("takes an organisation's noun for the one that is called so", () => {
    const { groups } = resolve('The Harbor Agency closed. The agency was old.', none)
    expect(groups).toContainEqual(['The Harbor Agency', 'The agency'])
  })

  it('takes the last bearer of an office', () => {
    const { groups } = resolve(
      'Senator Paula Grant left. Senator Ned Cole left. The senator was tired.',
      none
    )
    expect(groups).toContainEqual(['Senator Ned Cole', 'The senator'])
  })

  it.each(['A senator was tired.', 'Two senators were tired.'])('takes no bearer for %s', (sentence) => {
    const { groups } = resolve(`Senator Paula Grant left. ${sentence}`, none)
    expect(groups[0]).toEqual(['Senator Paula Grant'])
  })

  it('takes an office for who has all of it', () => {
    const finance = 'Finance Minister Paula Grant left.'
    expect(resolve(`${finance} The finance minister was tired.`, none).groups).toContainEqual([
      'Finance Minister Paula Grant',
      'The finance minister'
    ])
    expect(resolve(`${finance} The minister was tired.`, none).groups[0]).toHaveLength(2)
    expect(resolve(`${finance} The prime minister was tired.`, none).groups[0]).toHaveLength(1)
  })

  it('knows an office by other words for it', () => {
    const { groups } = resolve('Council member Dee Marsh left. The councilwoman was tired.', none)
    expect(groups).toContainEqual(['Council member Dee Marsh', 'The councilwoman'])
  })

  it('takes who said something without a name for the same again, by the noun alone', () => {
    const after = (sentence: string) =>
      resolve(`A nurse at the clinic said it was safe. ${sentence}`, none, ['A nurse at the clinic'])
        .groups[0]
    expect(after('The nurse, who was tired, left.')).toHaveLength(2)
    expect(after('The nurse from Larne left.')).toHaveLength(1)
    expect(after('The doctor left.')).toHaveLength(1)
    expect(after('The nurses left.')).toHaveLength(1)
  })

  it('does not ask whether somebody is what he is like', () => {
    const seen = resolve('Ned Cole cried like a boy. He left.', none).asked
    expect(JSON.stringify(seen)).not.toContain('a boy')
  })

  it('does not ask whether somebody is what he would be', () => {
    const seen = resolve('His father wanted him to be a boy of note. He left.', none).asked
    expect(seen.He).not.toContain('a boy of note')
    expect(resolve('A boy of note came. He left.', none).asked.He).toContain('A boy of note')
  })

  it('asks for nobody in whose phrase the pronoun stands, but for who has something in it', () => {
    expect(resolve('Robin Quist, two places behind him, left.', none).asked.him).toBeUndefined()
    expect(resolve('Robin Quist, his aunt, left.', none).asked.his).toBeUndefined()
    expect(resolve('The man with his dog left.', none).asked.his).toEqual(['The man with his dog'])
    expect(resolve('The man who said he was ill left.', none).asked.he).toHaveLength(1)
    expect(resolve('The mayor and his aunt left.', none).asked.his).toHaveLength(1)
  })

  it('takes a report for no organisation, but a paper for a newspaper', () => {
    const askedIn = (text: string, noun: string) => resolve(text, none, [noun]).asked[noun]
    expect(askedIn('Harlow College closed. The paper said so.', 'The paper')).toBeUndefined()
    expect(askedIn('The Harlow Echo closed. The report said so.', 'The report')).toBeUndefined()
    expect(resolve('The Harlow Echo closed. The paper said so.', none).groups).toContainEqual([
      'The Harlow Echo',
      'The paper'
    ])
  })

  it('asks for nobody with a name where it is kept back', () => {
    const askedIn = (noun: string) => resolve(`Ana Brandt left. ${noun} was tired.`, none, [noun]).asked[noun]
    expect(askedIn('The woman, who cannot be named,')).toBeUndefined()
    expect(askedIn('The woman, who was ill,')).toEqual(['Ana Brandt'])
  })

  it('takes the agency for the public body that was named last, and no company for it', () => {
    const after = (text: string) => resolve(`${text} The agency was old.`, none).groups
    expect(after('The Harbor Commission sued Velora Inc.')).toContainEqual([
      'The Harbor Commission',
      'The agency'
    ])
    expect(after('Ana Brandt sued Velora Inc.')).not.toContainEqual(['Velora Inc.', 'The agency'])
  })

  it("takes somebody's for who is called so, not for another of that noun", () => {
    const after = (noun: string) =>
      resolve(`Outreach worker Mara Quist left. His ${noun} was tired.`, none, [`His ${noun}`]).groups[0]
    expect(after('outreach worker')).toHaveLength(2)
    expect(after('worker')).toHaveLength(2)
    expect(after('social worker')).toHaveLength(1)
  })

  it('takes the same words for the same', () => {
    expect(resolve('Ana Brandt met some critics. Ned Cole met some critics.', none).groups).toContainEqual([
      'some critics',
      'some critics'
    ])
  })

  it('asks so few of all that the work grows with the text, no faster', () => {
    const surnames = Array.from(
      { length: 300 },
      (_, n) =>
        `Q${'aeiou'[n % 5]}${'bdfgk'[Math.floor(n / 5) % 5]}${'aeiou'[Math.floor(n / 25) % 5]}${'lmnrst'[Math.floor(n / 125)]}`
    )
    let asked = 0
    resolve(
      surnames.map((surname) => `Ned ${surname} left. He was tired.`).join(' '),
      (_, __, candidates) => {
        asked += candidates.length
        return candidates[0]!
      }
    )
    expect(asked).toBeLessThan(300 * 20)
  })
})

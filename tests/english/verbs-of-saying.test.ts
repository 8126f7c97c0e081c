import { createExtractor } from '@saywho/core'
import { english } from '@saywho/english'
import { describe, expect, it } from 'vitest'

const extract = createExtractor(english)

/** As they stand after “he” yesterday and today: some that news is full of, and many that it seldom has. */
const VERBS = [
  ['admitted', 'admits'], ['barked', 'barks'], ['bellowed', 'bellows'], ['boasted', 'boasts'], ['chuckled', 'chuckles'],
  ['complained', 'complains'], ['confessed', 'confesses'], ['cried', 'cries'], ['declared', 'declares'], ['explained', 'explains'],
  ['fretted', 'frets'], ['fumed', 'fumes'], ['giggled', 'giggles'], ['groaned', 'groans'], ['growled', 'growls'],
  ['grumbled', 'grumbles'], ['insisted', 'insists'], ['joked', 'jokes'], ['lamented', 'laments'], ['laughed', 'laughs'],
  ['mumbled', 'mumbles'], ['murmured', 'murmurs'], ['muttered', 'mutters'], ['objected', 'objects'], ['protested', 'protests'],
  ['quipped', 'quips'], ['raged', 'rages'], ['recalled', 'recalls'], ['replied', 'replies'], ['retorted', 'retorts'],
  ['roared', 'roars'], ['said', 'says'], ['screamed', 'screams'], ['shouted', 'shouts'], ['shrugged', 'shrugs'],
  ['sighed', 'sighs'], ['snapped', 'snaps'], ['sneered', 'sneers'], ['stammered', 'stammers'], ['suggested', 'suggests'],
  ['teased', 'teases'], ['thundered', 'thunders'], ['wailed', 'wails'], ['warned', 'warns'], ['whined', 'whines'],
  ['whispered', 'whispers'], ['wondered', 'wonders'], ['yelled', 'yells']
] as const // biome-ignore format: a list

const ORDERS: readonly [string, (past: string, present: string) => string][] = [
  ['a comma, the verb, a name', (past) => `“We knew it all along,” ${past} Brandt.`],
  ['a comma, a name, the verb', (past) => `“We knew it all along,” Brandt ${past}.`],
  ['the present', (_, present) => `“We knew it all along,” Brandt ${present}. “Nobody asked.”`],
  ['the present, the verb first', (_, present) => `“We knew it all along,” ${present} Ana Brandt, a nurse.`],
  ['a title', (_, present) => `“We knew it all along,” Mr Brandt ${present}.`],
  ['an exclamation, the verb, a name', (past) => `“What a mess!” ${past} Ana Brandt, a nurse.`],
  ['an exclamation, the verb, a noun', (past) => `“What a mess!” ${past} the nurse.`],
  ['an exclamation, a name, the verb', (past) => `“What a mess!” Brandt ${past}.`],
  ['a question, the verb, a name', (past) => `“What happens now?” ${past} Brandt.`],
  ['single marks', (past) => `‘What a mess!’ ${past} Brandt.`],
  ['a comma outside of the marks', (_, present) => `‘We knew it all along’, ${present} Brandt.`],
  ['in the middle', (past) => `“We knew,” ${past} Brandt, “but nobody asked.”`]
]

describe('who says a quotation, whatever the verb is', () => {
  it.each(ORDERS)('is found after %s', (_, text) => {
    const missed = VERBS.filter(([past, present]) => {
      const { attributions } = extract(text(past, present))
      return !attributions.some(({ source, content }) => source.length > 0 && content[0]?.start === 0)
    })
    expect(missed.map(([past]) => past)).toEqual(text === ORDERS[7]![1] ? ['laughed'] : [])
  })
})

import fc from 'fast-check'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { speakersIn } from './who-said.ts'

const SPEECH = 'I think that the harbor is safe. I said so in May.'

/** Who says "I" in a speech after what announces it. */
const speakerAfter = (announcement: string) => new Set(speakersIn(`${announcement}\n\n${SPEECH}`))

describe('findAnnounced', () => {
  it.each([
    ['Speaker Ana Brandt spoke in the Assembly. Below are the Speaker’s remarks:', 'Ana Brandt'],
    ['Senator Ana Brandt (D-Norland) spoke about the dam on Monday. Below are her remarks as prepared:', 'Ana Brandt'],
    ['Ana Brandt, the health minister, delivered the following statement on Monday:', 'Ana Brandt'],
    ['The following is the text of a speech given by Otto Hale, chief executive of Velora, at the Larne Forum.', 'Otto Hale'],
    ['Larne mayor quits\n\nMayor Otto Hale resigned on Friday. Here is his full statement:', 'Otto Hale'],
    ['Full text: Ana Brandt’s speech to the party conference', 'Ana Brandt'],
    ['President Hale’s inaugural address', 'Hale'],
    ['Transcript of Otto Hale’s resignation speech', 'Otto Hale'],
    ['Velora issued the following statement on Monday:', 'Velora'],
    ['By Ned Cole\n\nThe mayor, Otto Hale, resigned on Friday. Here is his full statement:', 'Otto Hale'],
    ['Statement by the Prime Minister on the storm', 'Prime Minister'],
    ['Otto Hale: Why I changed my mind about the tunnel', 'Otto Hale']
  ])('gives a speech to whom the text announces: %s', (announcement, name) => {
    const names = speakerAfter(announcement)
    names.delete('')
    expect([...names].at(-1)).toBe(name)
  }) // biome-ignore format: a table

  it.each([
    ['a sentence about a speech', 'Ana Brandt’s speech was long.'],
    ['a heading that is a sentence', 'Ana Brandt’s speech angers many'],
    ['my own statement', 'Otto Hale asked me to explain. Here is my statement:'],
    ['a list', 'Otto Hale wants the following:'],
    ['what two are called', 'Why I changed my mind: a letter']
  ])('takes the author’s words after %s for the author’s', (_, announcement) => {
    expect([...speakerAfter(announcement)].at(-1)).toBe('author')
  })

  it('ends where the speaker is told of by name', () => {
    const story = `Mayor Otto Hale quit. Here is his statement:\n\nI think that I was wrong.\n\nHale left at noon.\n\n${SPEECH}`
    expect(speakersIn(story)).toEqual(['Otto Hale', 'author', 'author'])
  })

  it('gives each speech to its own speaker', () => {
    const story = [
      'Ana Brandt issued the following statement:',
      'I think that it is safe.',
      'Otto Hale issued the following statement:',
      'I think that it is not.'
    ]
    expect([...new Set(speakersIn(story.join('\n\n')))]).toEqual(['Ana Brandt', 'Otto Hale'])
  })

  it('leaves quotations to whoever is quoted', () => {
    const quoted = '“I think that it is safe,” Ned Cole said.'
    const story = `Ana Brandt issued the following statement:\n\n${quoted}\n\nI doubt that it is.`
    expect(speakersIn(story)).toEqual(['Ned Cole', 'Ned Cole', 'author'])
  })

  it('takes any text', () => {
    const pieces = fc.constantFrom('Below are her remarks:', 'Ana Brandt', '“I', 'speech', ':', '\n\n', 'I think so.', '.')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (its) => {
        expect(() => extract(its.join(' '))).not.toThrow()
      }),
      { numRuns: 100 }
    )
  }) // biome-ignore format: a list
})

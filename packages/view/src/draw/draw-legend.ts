import type { Element } from 'hast'
import { h } from 'hastscript'
import { WORDINGS, type Wording } from '../labels.ts'

const sample = (wording: Wording) =>
  h('span', { className: ['sample'], dataType: wording }, WORDINGS[wording].meaning)

/** How to read the view, for someone who never heard of attribution. */
export function drawLegend(isAny: boolean): Element {
  if (!isAny)
    return h(
      'p',
      { className: ['legend'] },
      'Nothing was found in this text that it says someone said, thought or meant to do.'
    )
  return h('p', { className: ['legend'] }, [
    'Underlined is what somebody said, thought or meant to do: ',
    sample('direct'),
    '; ',
    sample('mixed'),
    '; or ',
    sample('indirect'),
    '. ',
    h('b', 'In bold'),
    ', who; ',
    h('i', 'slanted'),
    ', the words that tell so. Figures lead to the notes. A program found all this, and can be wrong: each note tells how sure it is.'
  ])
}

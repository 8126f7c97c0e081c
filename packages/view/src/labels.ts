import type { Act, Attribution, AttributionType, SourceType } from '@saywho/core'

/** In whose words a content is: its type, but for words given as spoken without marks, which a reader takes for the speaker's own. */
export type Wording = AttributionType | 'verbatim'

export const wordingOf = ({ type, verbatim }: Attribution): Wording =>
  verbatim && type !== 'direct' ? 'verbatim' : type

/** What the view calls things, for people who never heard of attribution. */
export const WORDINGS: Readonly<Record<Wording, { name: string; meaning: string }>> = {
  direct: { name: 'direct', meaning: 'the very words, in quotation marks' },
  verbatim: { name: 'verbatim', meaning: 'the very words, as a transcript or a block quotation sets them' },
  mixed: { name: 'mixed', meaning: 'retold, with some of the very words' },
  indirect: { name: 'indirect', meaning: 'retold by the writer' }
}

export const ACTS: Readonly<Record<Act, { name: string; meaning: string }>> = {
  statement: { name: 'said', meaning: 'a statement: words were put out' },
  belief: { name: 'thought', meaning: 'a belief: a state of mind' },
  intention: { name: 'meant to do', meaning: 'an intention: a plan, wish, pledge or threat' },
  stance: { name: 'took sides', meaning: 'a stance: for or against something' }
}

export const SOURCE_TYPES: Readonly<Record<SourceType, string>> = {
  person: 'person',
  organization: 'organisation',
  group: 'group',
  place: 'place',
  document: 'document',
  unnamed: 'not named'
}

import type { Act, AttributionType, SourceType } from '@saywho/core'

/** What the view calls things, for people who never heard of attribution. */
export const TYPES: Readonly<Record<AttributionType, { name: string; meaning: string }>> = {
  direct: { name: 'direct', meaning: 'the very words, in quotation marks' },
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

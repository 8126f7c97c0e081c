/** The relations of a word to its head: ClearNLP's for English (Choi and Palmer 2012), the rarest merged. */
export const RELATIONS = [
  'ROOT', 'nsubj', 'nsubjpass', 'csubj', 'expl', 'dobj', 'dative', 'attr', 'acomp', 'oprd', 'ccomp', 'xcomp', 'advcl', 'acl',
  'relcl', 'pcomp', 'pobj', 'prep', 'agent', 'conj', 'cc', 'mark', 'aux', 'auxpass', 'neg', 'appos', 'poss', 'case', 'det',
  'compound', 'amod', 'nummod', 'npadvmod', 'advmod', 'prt', 'intj', 'parataxis', 'punct', 'dep'
] as const // biome-ignore format: a table

export type RelationName = (typeof RELATIONS)[number]

/** The number of each relation. */
export const Relation = Object.fromEntries(RELATIONS.map((name, number) => [name, number])) as Record<
  RelationName,
  number
>

/** Whether a relation is a subject's, of a verb in the active or the passive. */
export const isSubject = (relation: number): boolean =>
  relation === Relation.nsubj || relation === Relation.nsubjpass

export const RELATION_COUNT = RELATIONS.length

import { compileMixed, type MixedTemplate } from '../tagging/mixed-features.ts'

/** What every unit of a window is described by, for its cue: written once a window, before the values of its units. */
const CUE_NAMES = [
  'cue stem',
  'cue tag',
  'cue relation',
  'cue tags',
  'cue group',
  'frame',
  'setting'
] as const

/**
 * What a token is described by, in the order in which `describeToken` writes it after those of the cue. A `place` is where it hangs seen
 * from the cue, a `branch` the word by which it does; `side` tells before the cue from after it; `counts` are commas and verbs on the way.
 * Of the tags around it each has a name of its own, and each three in a row.
 */
const TOKEN_NAMES = [
  ...CUE_NAMES,
  'side', 'tag', 'stem', 'relation', 'stem before', 'stem after', 'place', 'place depth', 'marks', 'far side', 'setting side', 'counts',
  'cues', 'tag 3 before', 'tag 2 before', 'tag before', 'tag after', 'tag 2 after', 'tags before', 'tags 2 before', 'tags around',
  'tags 2 after', 'other branch', 'place before', 'both marks', 'opens', 'closes', 'cues side', 'is cue', 'commas side'
] as const // biome-ignore format: a table

const TOKEN_UNIT_TEMPLATES: readonly MixedTemplate<(typeof TOKEN_NAMES)[number]>[] = [
  [1, 'side'], [2, 'tag', 'side'], [3, 'stem', 'side'], [8, 'place', 'cue tag', 'cue relation'], [11, 'marks', 'setting side'],
  [13, 'tag', 'far side'], [20, 'counts'], [22, 'counts', 'marks'], [28, 'cues', 'marks', 'side'], [30, 'stem before', 'side'],
  [31, 'stem after', 'side'], [32, 'stem', 'cue stem', 'side'], [33, 'far side', 'cue stem'], [37, 'setting side', 'frame'],
  [40, 'place depth', 'relation', 'cue tag'], [42, 'cue group', 'marks', 'side']
] // biome-ignore format: a table

const TOKEN_STEP_TEMPLATES: readonly MixedTemplate<(typeof TOKEN_NAMES)[number]>[] = [
  [1, 'side'], [5, 'place before', 'other branch'], [6, 'place', 'place before'], [7, 'both marks', 'side'],
  [8, 'both marks', 'tags before'], [9, 'stem', 'side'], [10, 'stem before', 'side'], [11, 'tag', 'relation', 'other branch'],
  [14, 'opens', 'closes', 'side'], [19, 'cues side', 'is cue', 'tag'], [21, 'opens', 'tag', 'marks'], [22, 'commas side', 'tag'],
  [31, 'tag 3 before', 'side'], [32, 'tag 2 before', 'side'], [33, 'tag before', 'side'], [34, 'tag', 'side'], [35, 'tag after', 'side'],
  [36, 'tag 2 after', 'side'], [37, 'tags 2 before', 'side'], [38, 'tags around', 'side'], [39, 'tags 2 after', 'side']
] // biome-ignore format: a table

/**
 * What a stretch of another sentence is described by, in the order in which `describeStretch` writes it after those of the cue: `kind` is
 * that of its quotation and whether it comes after the cue's sentence; `holds` what stands in it; `attributed` whether its sentence has a cue for it;
 * `joint` how it joins the unit before.
 */
const STRETCH_NAMES = [
  ...CUE_NAMES,
  'kind', 'after', 'where', 'beside', 'stem', 'holds', 'attributed', 'joint', 'tag before'
] as const // biome-ignore format: a table

const STRETCH_UNIT_TEMPLATES: readonly MixedTemplate<(typeof STRETCH_NAMES)[number]>[] = [
  [61, 'beside'], [62, 'where', 'setting'], [64, 'kind', 'cue stem'], [65, 'where', 'cue tags'], [68, 'kind', 'stem'],
  [69, 'attributed', 'where'], [70, 'attributed', 'beside']
] // biome-ignore format: a table

const STRETCH_STEP_TEMPLATES: readonly MixedTemplate<(typeof STRETCH_NAMES)[number]>[] = [
  [60, 'joint'], [61, 'joint', 'after'], [62, 'joint', 'where'], [63, 'joint', 'setting', 'after'], [64, 'joint', 'holds'],
  [65, 'joint', 'after', 'tag before'], [66, 'joint', 'attributed', 'after']
] // biome-ignore format: a table

/** How many values the cue has, the first of each program's. */
export const CUE_VALUES = CUE_NAMES.length

export const TOKEN_UNITS = compileMixed(TOKEN_NAMES, TOKEN_UNIT_TEMPLATES)
export const TOKEN_STEPS = compileMixed(TOKEN_NAMES, TOKEN_STEP_TEMPLATES, TOKEN_UNITS.values)
export const STRETCH_UNITS = compileMixed(STRETCH_NAMES, STRETCH_UNIT_TEMPLATES)
export const STRETCH_STEPS = compileMixed(STRETCH_NAMES, STRETCH_STEP_TEMPLATES, STRETCH_UNITS.values)

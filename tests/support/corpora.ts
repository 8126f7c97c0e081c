import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BESIDE = fileURLToPath(new URL('../../../shared/corpora', import.meta.url))

/** The folder of the corpora, which are no part of the project: `SAYWHO_CORPORA`, or beside the checkout; null where there are none. */
export const corpora: string | null =
  [process.env.SAYWHO_CORPORA, BESIDE].find((folder) => folder !== undefined && existsSync(folder)) ?? null

/** What a test's name says where it can't run. */
export const whyNoCorpora =
  corpora === null ? ` (skipped: no corpora at ${process.env.SAYWHO_CORPORA ?? '../shared/corpora'})` : ''

export const readCorpusFile = (path: string): string => readFileSync(join(corpora!, path), 'utf8')

/** The files of a folder of the corpora, in order. */
export const readCorpusFolder = (path: string): { name: string; content: string }[] =>
  readdirSync(join(corpora!, path))
    .sort()
    .map((name) => ({ name, content: readCorpusFile(join(path, name)) }))

/** The project's judge of accuracy, which stands beside the corpora; null where it does not. */
export const scorer: string | null =
  [corpora === null ? null : join(corpora, '../score/score.mjs')].find(
    (path) => path !== null && existsSync(path)
  ) ?? null

export const whyNoScorer = scorer === null ? ' (skipped: no score.mjs beside the corpora)' : ''

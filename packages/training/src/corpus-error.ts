/** What is wrong in one line of NDJSON. */
export interface LineProblem {
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
}

/** Says what is wrong in a corpus, line by line. */
export class CorpusError extends Error {
  override name = 'CorpusError'
  readonly problems: readonly LineProblem[]

  constructor(problems: readonly LineProblem[]) {
    super(problems.map(({ line, problem }) => `line ${line}: ${problem}`).join('\n'))
    this.problems = problems
  }
}

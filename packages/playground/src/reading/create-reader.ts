import type { Extraction } from '@saywho/core'
import type { Ask } from './ask-worker.ts'
import type { Question } from './question.ts'

/** What came of reading a text. */
export type Outcome = { question: Question; extraction: Extraction } | { question: Question; error: Error }

export interface Reader {
  /** Reads a text; what was asked before and is not answered yet is of no interest any more. */
  read(question: Question): void
  /** The outcome for what was asked last, as soon as it is there; null where nothing was asked. */
  settle(): Promise<Outcome | null>
}

/**
 * Makes a reader of a text that changes all the time. One question is under way at most; of those that come meanwhile only the
 * last is asked, so that no wait is longer than two readings, and no answer comes after that to a later question.
 *
 * @param onOutcome is told the outcome of the last question, never that of an earlier one.
 */
export function createReader(ask: Ask, onOutcome: (outcome: Outcome) => void): Reader {
  let next: Question | null = null
  let running: Promise<void> | null = null
  let last: Outcome | null = null

  const run = async () => {
    while (next !== null) {
      const question: Question = next
      next = null
      const outcome: Outcome = await ask(question).then(
        (extraction) => ({ question, extraction }),
        (error: Error) => ({ question, error })
      )
      if (next !== null) continue
      last = outcome
      onOutcome(outcome)
    }
    running = null
  }
  return {
    read(question) {
      next = question
      running ??= run()
    },
    async settle() {
      while (running !== null) await running
      return last
    }
  }
}

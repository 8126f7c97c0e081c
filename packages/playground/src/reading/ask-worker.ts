import type { Extraction } from '@saywho/core'
import type { NumberedAnswer, NumberedQuestion, Question } from './question.ts'

/** Asks for what is found in a text. Fails where the worker can't be started, ends badly, or could not read the text. */
export type Ask = (question: Question) => Promise<Extraction>

interface Waiting {
  resolve: (extraction: Extraction) => void
  reject: (error: Error) => void
}

/**
 * Makes what asks a worker. Each answer goes to the question that has its number. A worker that ended badly fails all open
 * questions, and the next one starts another.
 */
export function createAsk(makeWorker: () => Worker): Ask {
  const open = new Map<number, Waiting>()
  let worker: Worker | null = null
  let count = 0

  const take = ({ data }: MessageEvent<NumberedAnswer>) => {
    const waiting = open.get(data.number)
    open.delete(data.number)
    if ('extraction' in data) waiting?.resolve(data.extraction)
    else waiting?.reject(new Error(data.error))
  }
  const start = () => {
    const its = makeWorker()
    its.addEventListener('message', take)
    its.addEventListener('error', (event) => {
      event.preventDefault()
      its.terminate()
      worker = null
      const error = new Error(event.message || 'the worker could not be loaded')
      for (const { reject } of open.values()) reject(error)
      open.clear()
    })
    return its
  }

  return (question) =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const number = count++
      open.set(number, { resolve, reject })
      worker.postMessage({ ...question, number } satisfies NumberedQuestion)
    })
}

import { Problem } from '../server/problem.ts'

/** What waits, and how to let it through. */
interface Waiting {
  isLong: boolean
  enter: () => void
}

export interface TurnstileOptions {
  /** How many may be through at once. */
  atOnce: number
  /** How many of them may be long. */
  longAtOnce: number
  /** How many may wait. */
  mostWaiting: number
}

/** Lets no more through than there is room for: in the order in which they came, short ones past long ones that have to wait. */
export interface Turnstile {
  /**
   * Waits for a turn.
   *
   * @param signal gives the place up.
   * @returns what gives the turn back, to be called once.
   * @throws {Problem} 503, at once, where too many wait.
   * @throws what the signal's reason is.
   */
  enter(isLong: boolean, signal: AbortSignal): Promise<() => void>
  readonly waiting: number
}

/** How long who finds no place should stay away, in seconds. */
const RETRY_AFTER = 1

export const tellBusy = (): Problem =>
  new Problem(503, 'Too much is waiting: try again later.', {
    headers: { 'retry-after': String(RETRY_AFTER) }
  })

export function openTurnstile({ atOnce, longAtOnce, mostWaiting }: TurnstileOptions): Turnstile {
  let running = 0
  let longRunning = 0
  const waiting = new Set<Waiting>()
  const hasRoom = (isLong: boolean) => running < atOnce && !(isLong && longRunning >= longAtOnce)

  const take = (isLong: boolean): (() => void) => {
    running++
    if (isLong) longRunning++
    return () => {
      running--
      if (isLong) longRunning--
      for (const next of waiting) {
        if (running >= atOnce) break
        if (hasRoom(next.isLong)) next.enter()
      }
    }
  }

  return {
    get waiting() {
      return waiting.size
    },
    async enter(isLong, signal) {
      signal.throwIfAborted()
      if (hasRoom(isLong)) return take(isLong)
      if (waiting.size >= mostWaiting) throw tellBusy()
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(its)
          signal.removeEventListener('abort', giveUp)
        }
        const giveUp = () => {
          leave()
          reject(signal.reason)
        }
        const its: Waiting = {
          isLong,
          enter: () => {
            leave()
            resolve(take(isLong))
          }
        }
        waiting.add(its)
        signal.addEventListener('abort', giveUp)
      })
    }
  }
}

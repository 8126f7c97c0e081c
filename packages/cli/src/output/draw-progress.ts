import { clearLine, cursorTo } from 'node:readline'
import type { Writable } from 'node:stream'
import { plural } from '../formats/plural.ts'

/** A line of a terminal that tells how far a run has come, drawn over again and again. */
export interface Progress {
  /** Tells of bytes of the input that were read. */
  addBytes(bytes: number): void
  /** Tells of a document that was written. */
  addDocument(attributions: number): void
  /** Takes the line off for as long as something else is written. */
  clear(): void
}

/** Milliseconds between two drawings. */
const PAUSE = 200
/** Columns of a terminal that does not tell how many it has. */
const NO_COLUMNS = 80
/** Seconds before which a rate tells nothing. */
const SOONEST = 1

/**
 * Draws progress: articles, attributions, articles a second, and, where it is known how much there is to read, how much of it
 * was and what time is left.
 *
 * @param total bytes of the input; null where that is not known.
 * @param now milliseconds, from any beginning.
 */
export function drawProgress(
  terminal: Writable & { columns?: number },
  total: number | null,
  now: () => number = () => performance.now()
): Progress {
  let bytes = 0
  let documents = 0
  let attributions = 0
  let drawn = Number.NEGATIVE_INFINITY
  let isShown = false
  let start: { time: number; bytes: number } | null = null
  const clear = () => {
    if (!isShown) return
    cursorTo(terminal, 0)
    clearLine(terminal, 0)
    isShown = false
  }
  const describe = (time: number): string => {
    const parts = [plural(documents, 'article'), plural(attributions, 'attribution')]
    // What a run passed over, and its first article, which waits for all that must be loaded, tell nothing of its rate.
    const seconds = (time - start!.time) / 1000
    if (seconds >= SOONEST)
      parts.push(`${plural(Number(((documents - 1) / seconds).toPrecision(2)), 'article')}/s`)
    if (total !== null && total > 0) {
      parts.push(`${Math.floor((100 * Math.min(bytes, total)) / total)}%`)
      const read = bytes - start!.bytes
      if (seconds >= SOONEST && read > 0)
        parts.push(`${formatTime(Math.max(0, total - bytes) / (read / seconds))} left`)
    }
    return parts.join(' · ').slice(0, (terminal.columns || NO_COLUMNS) - 1)
  }
  return {
    addBytes(more) {
      bytes += more
    },
    addDocument(more) {
      documents++
      attributions += more
      const time = now()
      start ??= { time, bytes }
      if (time - drawn < PAUSE) return
      drawn = time
      clear()
      terminal.write(describe(time))
      isShown = true
    },
    clear
  }
}

/** Seconds as h:mm:ss or m:ss. */
function formatTime(seconds: number): string {
  const whole = Math.ceil(seconds)
  const two = (number: number) => String(number).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`
}

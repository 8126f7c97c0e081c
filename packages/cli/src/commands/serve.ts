import { availableParallelism } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { InputError } from '../input-error.ts'
import { tell } from '../output/tell.ts'
import type { Streams } from '../streams.ts'
import { MOST_WORKERS, readWhole } from './read-whole.ts'

interface ServeFlags {
  port: number
  host: string
  workers: number
  maxBody: number
  timeout: number
  queue: number
  cors?: string
}

/** Adds `saywho serve`. What it ends with goes to `setStatus`. */
export function addServe(program: Command, streams: Streams, setStatus: (status: number) => void): void {
  program
    .command('serve')
    .summary('answer the same over HTTP')
    .description('Listens for HTTP, on the loopback address unless told otherwise, until it is told to end.')
    .option('--port <number>', 'where to listen; 0 for any that is free', readWhole(0, 65_535), 8750)
    .option('--host <address>', 'address to listen on; 0.0.0.0 for all of this machine', '127.0.0.1')
    .option(
      '--workers <number>',
      'threads that read texts; as many as there are cores, and two at least, where it is left out',
      readWhole(1, MOST_WORKERS),
      Math.max(2, availableParallelism())
    )
    .option('--max-body <bytes>', 'the largest body that is read', readWhole(1, 1024 ** 3), 1024 ** 2)
    .option(
      '--timeout <seconds>',
      'how long a request may wait for a thread, and how long reading may then take',
      readSeconds,
      30
    )
    .option(
      '--queue <number>',
      'how many requests may wait; the next is told to try later',
      readWhole(0, 1_000_000),
      512
    )
    .option('--cors <origin>', 'let pages of this origin call it from a browser, or of any with "*"')
    .addHelpText(
      'after',
      `
Paths:
  POST /extract       a text or page: who said what in it
  POST /jsonld        the same as schema.org markup for the page, which needs its address
  POST /claimreview   a claim and a person's review of it: ClaimReview markup
  GET /health         whether it answers
  GET /openapi.json   all of this, described

A body is JSON, {"text"} or {"html"} with what extract takes on a line of NDJSON, or a text or page as it is, with its media type.
SIGTERM or SIGINT ends it: what has been asked is answered, as long as that takes no longer than the timeout. No text is kept or logged.

Examples:
  saywho serve
  curl --data-binary @article.txt --header 'content-type: text/plain' http://127.0.0.1:8750/extract`
    )
    .action(async (flags: ServeFlags) => setStatus(await serve(flags, streams)))
}

async function serve(
  { host, port, timeout, cors, maxBody, ...its }: ServeFlags,
  streams: Streams
): Promise<number> {
  // No other command needs what this one loads.
  const [{ createApp }, { listen }, { openJobPool }] = await Promise.all([
    import('../server/create-app.ts'),
    import('../serving/listen.ts'),
    import('../serving/open-job-pool.ts')
  ])
  const limit = timeout * 1000
  const stop = new AbortController()
  let status = 0
  const tellFault = (fault: Error) => {
    // Its message may have words of a text in it.
    const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    streams.stderr.write(`saywho: ${[fault.name, ...frames].join('\n')}\n`)
  }
  const pool = await openJobPool({
    ...its,
    timeout: limit,
    onBroken: (error) => {
      status = 1
      tell(streams.stderr, error.message)
      stop.abort()
    }
  }).catch((error) => {
    throw new InputError(error.message)
  })
  const app = createApp({
    perform: pool.perform,
    maxBody,
    onFault: tellFault,
    ...(cors === undefined ? {} : { cors })
  })
  const end = () => stop.abort()
  try {
    const listening = await listen(app, {
      host,
      port,
      patience: { headers: 10_000, request: 30_000, idle: 2 * limit + 30_000 }
    }).catch((error) => {
      throw new InputError(explainListening(error, host, port))
    })
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
    streams.stdout.write(`saywho listens on ${listening.url}\n`)
    if (!stop.signal.aborted)
      await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }))
    await listening.close(limit)
    return status
  } finally {
    process.off('SIGTERM', end)
    process.off('SIGINT', end)
    await pool.destroy()
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: give another --port',
  EACCES: 'is not allowed: give another --port',
  EADDRNOTAVAIL: 'is no address of this machine: give another --host',
  ENOTFOUND: 'is no address of this machine: give another --host'
}

function explainListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  return `${host}:${port} ${REASONS[error.code ?? ''] ?? `can't be listened on (${error.message})`}`
}

const MOST_SECONDS = 3600

function readSeconds(value: string): number {
  const number = Number(value)
  if (!/^\d*\.?\d+$/.test(value) || !(number >= 0.001 && number <= MOST_SECONDS))
    throw new InvalidArgumentError(`Give seconds, from 0.001 to ${MOST_SECONDS}.`)
  return number
}

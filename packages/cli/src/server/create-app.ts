import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { methodNotAllowed } from 'hono/method-not-allowed'
import manifest from '../../package.json' with { type: 'json' }
import { answerJob } from './answer-job.ts'
import { api } from './describe-api.ts'
import { type Answer, type Job, MEDIA_TYPES, type MediaType, OPERATIONS, type Operation } from './job.ts'
import { describeProblem, Problem } from './problem.ts'
import { readBody } from './read-body.ts'

export interface AppOptions {
  /**
   * Answers a request, elsewhere than in this thread for instance; the signal tells that nobody waits for it any more.
   * @default in this thread
   */
  perform?: (job: Job, signal: AbortSignal) => Answer | Promise<Answer>
  /**
   * The largest body that is read, in bytes.
   * @default 1048576
   */
  maxBody?: number
  /** The origin whose pages may call this from a browser, or `*`; none where it is left out. */
  cors?: string
  /** Is told of faults that are the server's own. */
  onFault?: (fault: Error) => void
}

const MAX_BODY = 1024 ** 2

/**
 * The server as a web-standard application: `app.fetch` takes a `Request` and gives a `Response`, in Node, Deno, Bun, workers
 * at the edge and browsers.
 *
 * @param options where it works, and what it takes.
 * @throws {TypeError} when an option has the wrong type; the message names it and what it got.
 */
export function createApp({
  perform = answerJob,
  maxBody = MAX_BODY,
  cors: origin,
  onFault
}: AppOptions = {}): Hono {
  if (typeof perform !== 'function')
    throw new TypeError(`options.perform: expected a function, got ${JSON.stringify(perform)}`)
  if (!Number.isInteger(maxBody) || maxBody < 0)
    throw new TypeError(`options.maxBody: expected a number of bytes, got ${JSON.stringify(maxBody)}`)
  const app = new Hono()
  if (origin !== undefined) app.use(cors({ origin }))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const allow = methods.join(', ')
        return tell(context, new Problem(405, `Use ${allow}.`, { headers: { allow } }))
      }
    })
  )
  app.get('/health', (context) => context.json({ status: 'ok', version: manifest.version }))
  app.get('/openapi.json', (context) => context.json(api))
  for (const operation of OPERATIONS)
    app.post(`/${operation}`, async (context) => {
      const { raw } = context.req
      const mediaType = readMediaType(raw.headers, operation)
      const query = new URL(raw.url).search.slice(1)
      const body = await readBody(raw, maxBody)
      try {
        return send(context, await perform({ operation, mediaType, query, body }, raw.signal))
      } catch (error) {
        // Nobody is there any more to be told.
        if (raw.signal.aborted) return context.body(null)
        throw error
      }
    })
  app.notFound((context) =>
    tell(context, new Problem(404, 'There is nothing here: /openapi.json tells what there is.'))
  )
  app.onError((error, context) => {
    if (error instanceof Problem) return tell(context, error)
    onFault?.(error)
    return tell(context, new Problem(500, 'This is a fault of the server.'))
  })
  return app
}

/** @throws {Problem} 415, where the body is not of a kind that the operation reads. */
function readMediaType(headers: Headers, operation: Operation): MediaType {
  const [essence = '', ...parameters] = (headers.get('content-type') ?? '')
    .split(';')
    .map((its) => its.trim())
  const known = operation === 'claimreview' ? MEDIA_TYPES.slice(0, 1) : MEDIA_TYPES
  const mediaType = known.find((its) => its === essence.toLowerCase())
  if (mediaType === undefined) {
    const accept = known.join(', ')
    throw new Problem(415, `Send one of these: ${accept}.`, { headers: { accept } })
  }
  for (const parameter of parameters)
    if (/^charset\s*=/i.test(parameter) && !/^charset="?(?:utf-?8|us-ascii)"?$/i.test(parameter))
      throw new Problem(415, 'Send UTF-8.')
  const encoding = headers.get('content-encoding')?.trim().toLowerCase()
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity')
    throw new Problem(415, 'Send the body as it is, in no content encoding.', {
      headers: { 'accept-encoding': 'identity' }
    })
  return mediaType
}

const tell = (context: Context, problem: Problem): Response =>
  send(context, describeProblem(problem), problem.headers)

function send(
  context: Context,
  { status, mediaType, body }: Answer,
  headers?: Record<string, string>
): Response {
  return context.body(body, status as 200, {
    ...headers,
    'content-type': mediaType,
    'x-content-type-options': 'nosniff'
  })
}

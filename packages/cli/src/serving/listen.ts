import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'

/** How long clients may take, in milliseconds. */
interface Patience {
  /** To send a request's headers. */
  headers: number
  /** To send a request whole. */
  request: number
  /** Without a byte in either direction, while a request waits or its response is taken. */
  idle: number
}

export interface ListenOptions {
  host: string
  /** 0 for any that is free. */
  port: number
  patience: Patience
}

export interface Listening {
  /** `http://127.0.0.1:8750` */
  url: string
  /**
   * Takes no more connections, lets what runs end, and closes what is left after a time.
   *
   * @param grace that time, in milliseconds.
   */
  close(grace: number): Promise<void>
}

/** How many connections there may be at once; a body of each can be held. */
const MOST_CONNECTIONS = 1024
/** How often slow clients are looked for, in milliseconds. */
const CHECKING_INTERVAL = 500

/**
 * Listens for HTTP.
 *
 * @throws what Node's server does where it can't listen: `EADDRINUSE`, `EACCES`, `ENOTFOUND`.
 */
export async function listen(app: Hono, { host, port, patience }: ListenOptions): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(CHECKING_INTERVAL, patience.headers)
    },
    getRequestListener(app.fetch)
  )
  server.maxConnections = MOST_CONNECTIONS
  server.timeout = patience.idle
  server.listen(port, host)
  await once(server, 'listening')
  const { address, family, port: its } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${its}`,
    async close(grace) {
      const closed = once(server, 'close')
      server.close()
      // Connections that have been answered would be kept open for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const rest = setTimeout(() => server.closeAllConnections(), grace)
      await closed
      clearInterval(idle)
      clearTimeout(rest)
    }
  }
}

#!/usr/bin/env node
import { constants } from 'node:os'
import { tell } from './output/tell.ts'
import { explainWriting } from './output/write-beside.ts'
import { run } from './run.ts'

const { stdin, stdout, stderr, env } = process
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no error.
    if (error.code === 'EPIPE') process.exit(0)
    // Of a full error stream nobody can be told.
    if (stream === stdout) tell(stderr, explainWriting('standard output', error).message)
    process.exit(1)
  })
let stopStatus: number | null = null
const status = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  columns: stdout.columns ?? 100,
  colour: stdout.isTTY === true && env.NO_COLOR === undefined,
  stopSignal() {
    const controller = new AbortController()
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      process.on(name, () => {
        // As shells tell of a command that a signal ended.
        stopStatus ??= 128 + constants.signals[name]
        controller.abort()
      })
    return controller.signal
  }
})
process.exitCode = stopStatus ?? status

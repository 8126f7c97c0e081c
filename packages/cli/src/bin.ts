#!/usr/bin/env node
import { run } from './run.ts'

const { stdin, stdout, stderr, env } = process
// A reader that has seen enough, such as `head`, is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  columns: stdout.columns ?? 100,
  colour: stdout.isTTY === true && env.NO_COLOR === undefined
})

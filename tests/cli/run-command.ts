import { PassThrough, Readable } from 'node:stream'
import { run, type Streams } from '@saywho/cli'

/** Runs the command in this process. `own` goes before the streams that are made for it; what it brings of output is not read. */
export async function runCommand(
  argv: readonly string[],
  input: string | Uint8Array = '',
  own: Partial<Streams> = {}
) {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const read = async (stream: PassThrough) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk)
    return Buffer.concat(chunks).toString('utf8')
  }
  const texts = Promise.all([read(stdout), read(stderr)])
  const status = await run(argv, {
    stdin: Readable.from([typeof input === 'string' ? Buffer.from(input) : Buffer.from(input)]),
    stdout,
    stderr,
    columns: 100,
    colour: false,
    ...own
  })
  stdout.end()
  stderr.end()
  const [out, err] = await texts
  return { status, out, err }
}

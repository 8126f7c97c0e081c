/** Runs the programs that are named, after each other, and prints a JSON list of what each printed or how it failed. */
import { pathToFileURL } from 'node:url'

const { stdout } = process
const write = stdout.write.bind(stdout)
const outputs: string[] = []
for (const file of process.argv.slice(2)) {
  let output = ''
  stdout.write = (chunk: Uint8Array | string) => {
    output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
    return true
  }
  try {
    await import(pathToFileURL(file).href)
  } catch (error) {
    output += String(error)
  }
  outputs.push(output)
}
stdout.write = write
write(JSON.stringify(outputs))

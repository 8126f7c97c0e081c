import { basename, extname } from 'node:path'
import type { Readable } from 'node:stream'
import type { Page } from '@saywho/core'
import { readPieces } from './read-text.ts'

/** A text to read, with what came with it. */
export interface InputDocument {
  id: string
  text: string
  page: Partial<Page>
}

/** A line that could not be read; the rest goes on. */
export interface BadLine {
  id: string | null
  line: number
  error: string
}

const NDJSON = new Set(['.ndjson', '.jsonl'])
const PAGE_FIELDS = ['url', 'headline', 'publisher', 'datePublished'] as const

/** Whether a file holds a document a line. */
export const isNdjson = (file: string): boolean => NDJSON.has(extname(file).toLowerCase())

/**
 * The documents of files, in order, or of standard input where no file is named or one is `-`. A text file is one document, named
 * after the file; a byte order mark is no part of its text. NDJSON holds `{"id", "text"}` a line and is read a line
 * at a time. Standard input is NDJSON when it begins with a brace and a quotation mark.
 *
 * @throws {InputError} when a file is missing, is no file, or is not UTF-8.
 */
export async function* readDocuments(
  files: readonly string[],
  stdin: Readable
): AsyncGenerator<InputDocument | BadLine> {
  for (const file of files.length > 0 ? files : ['-']) {
    const chunks = readPieces(file, stdin)
    if (file === '-') yield* readStandardInput(chunks)
    else if (isNdjson(file)) yield* readLines(chunks)
    else yield { id: basename(file, extname(file)), text: await joinAll(chunks), page: {} }
  }
}

async function* readStandardInput(chunks: AsyncGenerator<string>): AsyncGenerator<InputDocument | BadLine> {
  let head = ''
  while (!/\S\s*\S/.test(head)) {
    const next = await chunks.next()
    if (next.done) break
    head += next.value
  }
  const all = prepend(head, chunks)
  if (/^\s*\{\s*"/.test(head)) yield* readLines(all)
  else yield { id: 'stdin', text: await joinAll(all), page: {} }
}

async function* prepend(head: string, chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield head
  yield* chunks
}

async function joinAll(chunks: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return pieces.join('')
}

async function* readLines(chunks: AsyncIterable<string>): AsyncGenerator<InputDocument | BadLine> {
  let rest = ''
  let line = 0
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const text of lines) {
      line++
      if (text.trim() !== '') yield readLine(text, line)
    }
  }
  if (rest.trim() !== '') yield readLine(rest, line + 1)
}

function readLine(json: string, line: number): InputDocument | BadLine {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    return { id: null, line, error: `is not JSON: ${(error as Error).message}` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { id: null, line, error: 'is not an object with "id" and "text"' }
  const fields = new Map<string, unknown>(Object.entries(value))
  const id = fields.get('id')
  const text = fields.get('text')
  if (typeof id !== 'string' && typeof id !== 'number')
    return { id: null, line, error: '"id" is missing or no text' }
  if (typeof text !== 'string') return { id: String(id), line, error: '"text" is missing or no text' }
  const page: Partial<Page> = {}
  for (const field of PAGE_FIELDS) {
    const fact = fields.get(field)
    if (typeof fact === 'string') page[field] = fact
  }
  return { id: String(id), text, page }
}

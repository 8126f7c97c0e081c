import { basename, extname } from 'node:path'
import type { Readable } from 'node:stream'
import type { Page } from '@saywho/core'
import { InputError } from '../input-error.ts'
import { isGzip, prepend, type ReadOptions } from './read-bytes.ts'
import { nameInput, readPieces } from './read-text.ts'

type InputFormat = 'text' | 'html' | 'markdown'

/** A text or page to read, with what came with it. */
export interface InputDocument {
  id: string
  /** The characters of the file, or of the line's field. */
  value: string
  format: InputFormat
  page: Partial<Page>
  /** The file that it is, or that it is a line of; `-` for standard input. */
  file: string
  /** The line of NDJSON, counted from 1; null for a file of its own. */
  line: number | null
}

/** A line of NDJSON as it stands, for whoever has the time to parse it. */
export interface InputLine {
  file: string
  /** Counted from 1. */
  line: number
  json: string
}

/** A line or a file that could not be read; the rest goes on. */
export interface BadInput {
  id: string | null
  /** Counted from 1; null where it is the file that can't be read. */
  line: number | null
  error: string
  /** Where it is, and what is wrong. */
  message: string
}

const NDJSON = new Set(['.ndjson', '.jsonl'])
const FORMATS = new Map<string, InputFormat>([
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.xhtml', 'html'],
  ['.md', 'markdown'],
  ['.markdown', 'markdown']
])
/** How a page begins, or a part of one. */
const HTML =
  /^\s*<(?:!doctype\s+html|!--|\?xml|(?:html|head|body|main|article|section|header|div|h1|p)[\s>])/i
/** As many characters tell whether a text begins as a page does. */
const LONGEST_START = 16
const PAGE_FIELDS = ['url', 'headline', 'publisher', 'datePublished'] as const

/** Whether a file holds a document a line. */
export const isNdjson = (file: string): boolean => NDJSON.has(endingOf(file))

/** Whether a file is a page, by its name. */
export const isPage = (file: string): boolean => FORMATS.get(endingOf(file)) === 'html'

/** What a file's name ends with, and what stands before that, without what says that it is gzip. */
const withoutGzip = (file: string): string => (isGzip(file) ? file.slice(0, -extname(file).length) : file)
const endingOf = (file: string): string => extname(withoutGzip(file)).toLowerCase()
const idOf = (file: string): string => basename(withoutGzip(file), extname(withoutGzip(file)))

/** The documents of files, in order: those of `readRecords`, lines parsed. */
export async function* readDocuments(
  files: readonly string[],
  stdin: Readable
): AsyncGenerator<InputDocument | BadInput> {
  for await (const record of readRecords(files, stdin)) yield 'json' in record ? parseLine(record) : record
}

/**
 * What files hold, in order, or of standard input where no file is named or one is `-`. A text file is one document, named
 * after the file; a byte order mark is no part of its text. A page or Markdown is told by the file's name. NDJSON holds `{"id", "text"}` or
 * `{"id", "html"}` a line and is read a line at a time; blank ones are passed over. Standard input is NDJSON when it begins with a brace and a quotation mark,
 * a page when it begins with a tag. All may be packed with gzip (`article.html.gz`). A file that is missing, is no file, or is not UTF-8 is told as bad, and the next one read.
 */
export async function* readRecords(
  files: readonly string[],
  stdin: Readable,
  options: ReadOptions = {}
): AsyncGenerator<InputLine | InputDocument | BadInput> {
  for (const file of files.length > 0 ? files : ['-'])
    try {
      yield* readFile(file, stdin, options)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { message } = error
      yield { id: isNdjson(file) || file === '-' ? null : idOf(file), line: null, error: message, message }
    }
}

async function* readFile(
  file: string,
  stdin: Readable,
  options: ReadOptions
): AsyncGenerator<InputLine | InputDocument> {
  const chunks = readPieces(file, stdin, options)
  if (file === '-') yield* readStandardInput(chunks)
  else if (isNdjson(file)) yield* readLines(chunks, file)
  else {
    const format = FORMATS.get(endingOf(file)) ?? 'text'
    yield { id: idOf(file), value: await joinAll(chunks), format, page: {}, file, line: null }
  }
}

async function* readStandardInput(chunks: AsyncGenerator<string>): AsyncGenerator<InputLine | InputDocument> {
  let head = ''
  while (!/\S\s*\S/.test(head) || (/^\s*</.test(head) && head.trimStart().length < LONGEST_START)) {
    const next = await chunks.next()
    if (next.done) break
    head += next.value
  }
  const all = prepend(head, chunks)
  if (/^\s*\{\s*"/.test(head)) yield* readLines(all, '-')
  else {
    const format = HTML.test(head) ? 'html' : 'text'
    yield { id: 'stdin', value: await joinAll(all), format, page: {}, file: '-', line: null }
  }
}

async function joinAll(chunks: AsyncIterable<string>): Promise<string> {
  const pieces: string[] = []
  for await (const chunk of chunks) pieces.push(chunk)
  return pieces.join('')
}

/** Lines that hold anything, of a text that comes in pieces. */
export async function* readLines(chunks: AsyncIterable<string>, file: string): AsyncGenerator<InputLine> {
  let rest = ''
  let line = 0
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const json of lines) {
      line++
      if (json.trim() !== '') yield { file, line, json }
    }
  }
  if (rest.trim() !== '') yield { file, line: line + 1, json: rest }
}

/** Where a document stands, for messages. */
export const placeOf = ({ file, line }: Pick<InputDocument, 'file' | 'line'>): string =>
  line === null ? nameInput(file) : `${nameInput(file)}: line ${line}`

/** The document of a line of NDJSON, or what is wrong with it. */
export function parseLine({ file, line, json }: InputLine): InputDocument | BadInput {
  const its = readLine(json)
  return 'error' in its
    ? { ...its, line, message: `${placeOf({ file, line })}: ${its.error}` }
    : { ...its, file, line }
}

function readLine(json: string): Omit<InputDocument, 'file' | 'line'> | Pick<BadInput, 'id' | 'error'> {
  let object: unknown
  try {
    object = JSON.parse(json)
  } catch (error) {
    return { id: null, error: `is not JSON: ${(error as Error).message}` }
  }
  if (typeof object !== 'object' || object === null || Array.isArray(object))
    return { id: null, error: 'is not an object with "id" and "text" or "html"' }
  const fields = new Map<string, unknown>(Object.entries(object))
  const id = fields.get('id')
  const text = fields.get('text')
  if (typeof id !== 'string' && typeof id !== 'number')
    return { id: null, error: '"id" is missing or no text' }
  const html = fields.get('html')
  const value = typeof text === 'string' ? text : html
  if (typeof value !== 'string') {
    const field = text === undefined && html !== undefined ? 'html' : 'text'
    return { id: String(id), error: `"${field}" is missing or no text` }
  }
  const page: Partial<Page> = {}
  for (const field of PAGE_FIELDS) {
    const fact = fields.get(field)
    if (typeof fact === 'string') page[field] = fact
  }
  return { id: String(id), value, format: value === text ? 'text' : 'html', page }
}

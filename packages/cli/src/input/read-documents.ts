import { extname } from 'node:path'
import type { Readable } from 'node:stream'
import type { Page } from '@saywho/core'
import { InputError } from '../input-error.ts'
import { withoutMark } from './byte-order-mark.ts'
import { nameDocuments } from './name-documents.ts'
import { prepend, type ReadOptions, withoutGzip } from './read-bytes.ts'
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

/** What a file's name ends with, but for what says that it is gzip. */
const endingOf = (file: string): string => extname(withoutGzip(file)).toLowerCase()

/** The documents of files, in order: those of `readRecords`, lines parsed. */
export async function* readDocuments(
  files: readonly string[],
  stdin: Readable
): AsyncGenerator<InputDocument | BadInput> {
  for await (const record of readRecords(files, stdin)) yield 'json' in record ? parseLine(record) : record
}

/**
 * What files hold, in order, or of standard input where no file is named or one is `-`. A text file is one document, named
 * after the file, by `nameDocuments`. A byte order mark counts as a character of a text, and before NDJSON as nothing. A page or Markdown is told by the file's name. NDJSON holds `{"id", "text"}` or
 * `{"id", "html"}` a line and is read a line at a time; blank ones are passed over. Standard input is NDJSON when it begins with a brace and a quotation mark,
 * a page when it begins with a tag. All may be packed with gzip (`article.html.gz`). A file that is missing, is no file, or is not UTF-8 is told as bad, and the next one read.
 */
export async function* readRecords(
  files: readonly string[],
  stdin: Readable,
  options: ReadOptions = {}
): AsyncGenerator<InputLine | InputDocument | BadInput> {
  const ids = nameDocuments(files.filter((file) => file !== '-' && !isNdjson(file)))
  for (const file of files.length > 0 ? files : ['-'])
    try {
      yield* readFile(file, ids.get(file)!, stdin, options)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      const { message } = error
      yield { id: ids.get(file) ?? null, line: null, error: message, message }
    }
}

async function* readFile(
  file: string,
  id: string,
  stdin: Readable,
  options: ReadOptions
): AsyncGenerator<InputLine | InputDocument> {
  const chunks = readPieces(file, stdin, options)
  if (file === '-') yield* readStandardInput(chunks)
  else if (isNdjson(file)) yield* readLines(chunks, file)
  else {
    const format = FORMATS.get(endingOf(file)) ?? 'text'
    const value = await joinAll(chunks)
    if (format === 'text') refuseJson(value, file)
    yield { id, value, format, page: {}, file, line: null }
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
  if (/^\s*\{[^\S\r\n]*"/.test(head)) yield* readLines(all, '-')
  else {
    const format = HTML.test(head) ? 'html' : 'text'
    const value = await joinAll(all)
    if (format === 'text') refuseJson(value, '-')
    yield { id: 'stdin', value, format, page: {}, file: '-', line: null }
  }
}

/**
 * Nobody's prose is JSON, and its strings are no text of their own.
 *
 * @throws {InputError} when a text is an object or a list of JSON.
 */
function refuseJson(value: string, file: string): void {
  if (!/^\s*[{[]/.test(value)) return
  try {
    JSON.parse(withoutMark(value))
  } catch {
    return
  }
  throw new InputError(
    `${nameInput(file)}: is JSON, and no text; give it as NDJSON, {"id", "text"} or {"id", "html"} a line, in a file that ends in .ndjson`
  )
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
    const lines = (line === 0 ? withoutMark(rest + chunk) : rest + chunk).split('\n')
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
  // Some write null for what is not there.
  if ((text ?? null) !== null && (html ?? null) !== null)
    return { id: String(id), error: 'has "text" and "html"; give one of them' }
  if (text === undefined && html === undefined)
    return { id: String(id), error: '"text" or "html" is missing' }
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

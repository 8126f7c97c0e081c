import type { Extract } from '@saywho/core'
import rehypeSaywho, { type Options } from 'rehype-saywho/core'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { extract as extractText } from 'saywho'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { InputError } from '../input-error.ts'
import { withoutMark } from './byte-order-mark.ts'

/**
 * Reads Markdown (CommonMark and GitHub's additions) as the page that it stands for. Front matter in YAML tells of the page.
 *
 * @param extract reads the page's text, in place of `saywho`'s own.
 * @throws {InputError} when it is nested so deep that it can't be read.
 * @returns the file, its data filled as `rehype-saywho` does, how to write the page's body, and what was passed over.
 */
export function readMarkdown(
  markdown: string,
  options: Options,
  extract: Extract = extractText
): { file: VFile; writeBody: () => string; warnings: string[] } {
  const file = new VFile(markdown)
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(remarkRehype)
    .use(rehypeSaywho, extract, options)
    .use(rehypeStringify)
  const isMarked = withoutMark(markdown) !== markdown
  const warnings: string[] = []
  const page = refuseDepth(() => {
    const tree = processor.parse(file)
    // The parser passes over the mark, and does not count it.
    if (isMarked) movePlaces(tree)
    warnings.push(...readMatter(file))
    return processor.runSync(tree, file)
  })
  return { file, writeBody: () => refuseDepth(() => processor.stringify(page, file)), warnings }
}

/** The processor's parts call themselves for each level of a document, and overflow the stack where there are too many. */
function refuseDepth<Result>(process: () => Result): Result {
  try {
    return process()
  } catch (error) {
    if (error instanceof RangeError && /call stack/.test(error.message))
      throw new InputError('is nested too deep')
    throw error
  }
}

/** A node of a tree, as far as it tells where it stands. */
interface PlacedNode {
  position?: { start: Point; end: Point } | undefined
  children?: PlacedNode[]
}
type Point = { line: number; column: number; offset?: number | undefined }

/** Moves all of a tree by the one character of a mark. */
function movePlaces({ position, children = [] }: PlacedNode): void {
  for (const point of position ? [position.start, position.end] : []) {
    point.offset!++
    if (point.line === 1) point.column++
  }
  for (const child of children) movePlaces(child)
}

/** Front matter that is no YAML tells nothing of the page. What is wrong with it is given back. */
function readMatter(file: VFile): string[] {
  const unmarked = new VFile(withoutMark(String(file)))
  try {
    matter(unmarked)
    file.data.matter = unmarked.data.matter!
    return []
  } catch (error) {
    const { message, linePos } = error as Error & { linePos?: [{ line: number }] }
    // Its own lines count from the one after the first three hyphens.
    const line = (linePos?.[0].line ?? 0) + 1
    const [what = ''] = message.split('\n')
    return [
      `line ${line}: the front matter is no YAML, and passed over: ${what.replace(/ at line \d+, column \d+:$/, '')}`
    ]
  }
}

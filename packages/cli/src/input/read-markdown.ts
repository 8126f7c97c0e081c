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

/**
 * Reads Markdown (CommonMark and GitHub's additions) as the page that it stands for. Front matter in YAML tells of the page.
 *
 * @param extract reads the page's text, in place of `saywho`'s own.
 * @throws {InputError} when it is nested so deep that it can't be read.
 * @returns the file, its data filled as `rehype-saywho` does, and how to write the page's body.
 */
export function readMarkdown(
  markdown: string,
  options: Options,
  extract: Extract = extractText
): { file: VFile; writeBody: () => string } {
  const file = new VFile(markdown)
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(remarkRehype)
    .use(rehypeSaywho, extract, options)
    .use(rehypeStringify)
  const page = refuseDepth(() => {
    const tree = processor.parse(file)
    readMatter(file)
    return processor.runSync(tree, file)
  })
  return { file, writeBody: () => refuseDepth(() => processor.stringify(page, file)) }
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

/** Front matter that is no YAML tells nothing. */
function readMatter(file: VFile): void {
  try {
    matter(file)
  } catch {
    delete file.data.matter
  }
}

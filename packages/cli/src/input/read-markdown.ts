import rehypeSaywho, { type Options } from 'rehype-saywho'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'

/**
 * Reads Markdown (CommonMark and GitHub's additions) as the page that it stands for. Front matter in YAML tells of the page.
 *
 * @returns the file, its data filled as `rehype-saywho` does, and how to write the page's body.
 */
export function readMarkdown(markdown: string, options: Options): { file: VFile; writeBody: () => string } {
  const file = new VFile(markdown)
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .use(remarkRehype)
    .use(rehypeSaywho, options)
    .use(rehypeStringify)
  const tree = processor.parse(file)
  readMatter(file)
  const page = processor.runSync(tree, file)
  return { file, writeBody: () => processor.stringify(page, file) }
}

/** Front matter that is no YAML tells nothing. */
function readMatter(file: VFile): void {
  try {
    matter(file)
  } catch {
    delete file.data.matter
  }
}

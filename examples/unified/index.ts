/** An article in Markdown in, its page out with who said what marked up, and what an editor may want to look at: `index.ts [ARTICLE [PAGE]]`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import rehypeSaywho from 'rehype-saywho'
import rehypeStringify from 'rehype-stringify'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import retextSaywhoLint from 'retext-saywho/lint'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { matter } from 'vfile-matter'
import { reporter } from 'vfile-reporter'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const [article = here('ferry.md'), out = here('../../out/unified.html')] = process.argv.slice(2)

const file = new VFile({ path: relative('', article), value: readFileSync(article, 'utf8') })
// What the front matter says of the page gets into its JSON-LD.
matter(file)
const page = await unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkRehype)
  .use(rehypeSaywho)
  .use(retextSaywhoLint, { 'anonymous-source': ['warn', { allowReason: true }] })
  .use(rehypeStringify)
  .process(file)

mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, String(page))
for (const { source, content } of file.data.saywho?.attributions ?? [])
  console.log(`${source[0]?.text ?? '?'} | ${content.map(({ text }) => text).join(' … ')}`)
console.log(`\n${reporter(file, { color: false })}`)

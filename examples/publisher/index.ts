/** An article's text in, its page out, with who said what as JSON-LD: `index.ts [ARTICLE [PAGE]]`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extract, type Page, toJsonLd, toScriptTag } from 'saywho'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const [article = here('../../seeds/000_47d96f6c8b88e22f.txt'), out = here('../../out/publisher.html')] =
  process.argv.slice(2)

const text = readFileSync(article, 'utf8')
const page: Page & { headline: string } = {
  url: 'https://news.example/trump-vance-han-zheng',
  headline: 'Han Zheng and Vance meet before the inauguration',
  publisher: 'News Example'
}
// What is denied, unsure or has no source never gets into the markup, so that it may go out unseen.
const jsonLd = toJsonLd(extract(text), page)

const escapeHtml = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '')
const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(page.headline)}</title>
<link rel="canonical" href="${page.url}">
${toScriptTag(jsonLd)}
</head>
<body>
<article>
<h1>${escapeHtml(page.headline)}</h1>
${paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
</article>
</body>
</html>
`

mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, html)
const counts = new Map<string, number>()
for (const node of jsonLd['@graph']) {
  const { '@type': type } = node as { '@type': string }
  counts.set(type, (counts.get(type) ?? 0) + 1)
}
for (const [type, count] of counts) console.log(String(count).padStart(2), type)

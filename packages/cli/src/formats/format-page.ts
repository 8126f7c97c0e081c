import type { AsyncExtract, ExtractOptions, Page } from '@saywho/core'
import { annotateHtml } from 'saywho/html'
import type { InputDocument } from '../input/read-documents.ts'
import { readWith } from '../input/read-with.ts'

/**
 * A document as a page with its attributions wrapped and JSON-LD in it: HTML as it is otherwise, Markdown and text as the smallest
 * page that holds them.
 *
 * @param accurate reads in place of `saywho`'s own `extract`.
 * @param page what is known of it, before what an HTML page says of itself.
 * @returns the page, and what of the document was passed over.
 * @throws {TypeError} when a fact of the page is malformed.
 */
export async function formatPage(
  { id, value, format }: InputDocument,
  page: Partial<Page>,
  options: ExtractOptions,
  accurate?: AsyncExtract
): Promise<{ html: string; warnings: readonly string[] }> {
  const made = format === 'html' ? null : await makePage(id, value, format, page)
  const html = made?.html ?? value
  const annotated = await readWith(accurate, (extract) =>
    annotateHtml(html, { ...options, page: made?.page ?? page }, extract)
  )
  return {
    html: annotated.endsWith('\n') ? annotated : `${annotated}\n`,
    warnings: made?.warnings ?? []
  }
}

async function makePage(id: string, value: string, format: 'text' | 'markdown', given: Partial<Page>) {
  if (format === 'text') return { html: writePage(id, given, toParagraphs(value)), page: given, warnings: [] }
  const { readMarkdown } = await import('../input/read-markdown.ts')
  const { file, writeBody, warnings } = readMarkdown(value, { wrap: false, jsonLd: false })
  const page = { ...file.data.saywhoPage, ...given }
  return { html: writePage(id, page, writeBody()), page, warnings }
}

const writePage = (id: string, { url, headline }: Partial<Page>, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeText(headline ?? id)}</title>${
  url === undefined ? '' : `\n<link rel="canonical" href="${escapeText(url).replaceAll('"', '&quot;')}">`
}
</head>
<body>
${body}
</body>
</html>
`

/** A blank line parts paragraphs, and other lines stay lines. */
const toParagraphs = (text: string): string =>
  text
    .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeText(paragraph).replace(/\r\n?|\n/g, '<br>\n')}</p>`)
    .join('\n')

/** NUL may not stand in a page. */
const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '\uFFFD')

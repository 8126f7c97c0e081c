import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

interface Links {
  ids: Set<string>
  addresses: string[]
}

const parser = unified().use(rehypeParse)

function readLinks(html: string): Links {
  const links: Links = { ids: new Set(), addresses: [] }
  visit(parser.parse(html), 'element', ({ properties }) => {
    if (typeof properties.id === 'string') links.ids.add(properties.id)
    for (const address of [properties.href, properties.src])
      if (typeof address === 'string') links.addresses.push(address)
  })
  return links
}

/**
 * What is wrong with the links of a site's pages, a line each: those to a file that is not there, to an anchor that its page has not, to a
 * folder (which shows nothing when the site is read from files), out of the site, or from the root of a server.
 *
 * @param site the folder of the site.
 */
export function checkLinks(site: string): string[] {
  const pages = new Map(
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.html'))
      .map((path) => [join(site, path), readLinks(readFileSync(join(site, path), 'utf8'))])
  )
  const problems: string[] = []
  for (const [page, { addresses }] of pages)
    for (const address of new Set(addresses)) {
      if (/^[a-z][a-z\d+.-]*:/i.test(address)) continue
      const problem = address.startsWith('/') ? 'is absolute' : findProblem(page, address)
      if (problem !== null) problems.push(`${relative(site, page)}: ${address} ${problem}`)
    }
  return problems

  function findProblem(page: string, address: string): string | null {
    const url = new URL(address, pathToFileURL(page))
    const file = fileURLToPath(new URL(url.pathname, 'file:'))
    if (relative(site, file).startsWith('..')) return 'leads out of the site'
    if (!existsSync(file)) return 'leads to no file'
    if (statSync(file).isDirectory()) return 'leads to a folder'
    const target = pages.get(file)
    if (target === undefined) return null
    const id = decodeURIComponent(url.hash.slice(1))
    return id === '' || target.ids.has(id) ? null : 'leads to no anchor of its page'
  }
}

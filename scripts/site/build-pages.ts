import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findPages, placeInSite } from './find-pages.ts'
import { layOutPage, type NavigationGroup } from './lay-out-page.ts'
import { type RenderedPage, renderPage, renderSource } from './render-page.ts'

/** `docs/contents.json`: a page with the title that the navigation shows, a heading's anchor added where it is a part of one. */
interface ContentsGroup {
  title: string
  pages: { title: string; file: string }[]
}

/**
 * Writes the site's pages: every Markdown file that `findPages` finds, and what they lead to or show.
 *
 * @param root the repository's folder.
 * @param site a folder, which is emptied first.
 * @returns how many pages were written.
 * @throws {Error} where a page, or what it leads to, is not there.
 */
export async function buildPages(root: string, site: string): Promise<number> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8')
  const pages = new Map<string, RenderedPage>()
  for (const file of findPages(root)) pages.set(file, await renderPage(root, file, read(file)))
  const navigation = navigate(JSON.parse(read('docs/contents.json')), pages)

  const images = new Set<string>()
  // A map goes on with what is added to it: what those files lead to comes too.
  for (const { files } of pages.values())
    for (const file of files)
      if (!placeInSite(file).endsWith('.html')) images.add(file)
      else if (!pages.has(file))
        pages.set(
          file,
          file.endsWith('.md')
            ? await renderPage(root, file, read(file))
            : await renderSource(file, read(file))
        )

  rmSync(site, { recursive: true, force: true })
  const makeRoom = (place: string) => {
    mkdirSync(dirname(join(site, place)), { recursive: true })
    return join(site, place)
  }
  for (const [file, page] of pages)
    writeFileSync(makeRoom(placeInSite(file)), layOutPage(placeInSite(file), page, navigation))
  for (const image of images) copyFileSync(join(root, image), makeRoom(image))
  copyFileSync(join(import.meta.dirname, 'site.css'), makeRoom('site.css'))
  return pages.size
}

/** The contents as written down, then the packages, then the reference; a page that is in none of them closes the group of its folder. */
function navigate(
  contents: readonly ContentsGroup[],
  pages: ReadonlyMap<string, RenderedPage>
): NavigationGroup[] {
  const listed = contents.flatMap(({ pages }) => pages)
  for (const { file } of listed)
    if (!pages.has(file.split('#')[0]!)) throw new Error(`docs/contents.json: ${file} is not there`)
  const listedFiles = new Set(listed.map(({ file }) => file))
  const rest = [...pages].filter(([file]) => !listedFiles.has(file) && file !== 'README.md')
  const restIn = (folder: RegExp) =>
    rest
      .filter(([file]) => folder.test(file))
      .map(([file, { title }]) => ({ title, place: placeInSite(file) }))
  const groups = contents.map(({ title, pages }) => ({
    title,
    pages: pages.map(({ title, file }) => {
      const [path, hash] = file.split('#')
      return { title, place: placeInSite(path!) + (hash === undefined ? '' : `#${hash}`) }
    })
  }))
  groups.at(-1)!.pages.push(...restIn(/^[^/]+$|^docs\//))
  return [
    ...groups,
    { title: 'Packages', pages: restIn(/^packages\/[^/]+\/README\.md$/) },
    { title: 'Reference', pages: [{ title: 'API', place: 'api/index.html' }] }
  ]
}

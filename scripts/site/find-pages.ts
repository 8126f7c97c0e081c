import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readPublicPackages } from '../read-public-packages.ts'

/** Every Markdown file that is a page, in the order in which a reader may want them: the repository's own, `docs/`, the packages'. */
export function findPages(root: string): string[] {
  const markdownIn = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => (folder === '.' ? name : `${folder}/${name}`))
  return [
    ...markdownIn('.'),
    ...markdownIn('docs'),
    ...readPublicPackages(root)
      .map(({ folder }) => folder)
      .filter((folder) => existsSync(join(root, folder, 'README.md')))
      .flatMap(markdownIn)
  ]
}

/** Where a file of the repository stands in the site: a README is its folder's index. What is no Markdown is shown as it is, on a page. */
export function placeInSite(file: string): string {
  if (/\.(?:png|svg)$/.test(file)) return file
  return /\.md$/.test(file)
    ? file.replace(/(?:README)?\.md$/, (its) => (its === '.md' ? '.html' : 'index.html'))
    : `${file}.html`
}

/** Builds the documentation site into `out/site`: `build-site.ts [FOLDER]`. Ends with status 1 where anything is wrong with it. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from './site/build-pages.ts'
import { checkLinks } from './site/check-links.ts'
import { renderApi } from './site/render-api.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const site = resolve(process.argv[2] ?? 'out/site')
const pages = await buildPages(root, site)
await renderApi(root, `${site}/api`)
const problems = checkLinks(site)
for (const problem of problems) console.error(problem)
console.log(`${pages} pages and the API reference: ${site}/index.html`)
process.exitCode = problems.length === 0 ? 0 : 1

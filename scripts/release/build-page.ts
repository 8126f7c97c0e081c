import { mkdirSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { chromium } from 'playwright-core'
import { run } from '../checklist.ts'

const TEXT = '“The quay is sinking,” Ana Brandt said.'

const HTML = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A stranger's page</title></head>
<body><pre></pre><script type="module" src="/main.js"></script></body>
</html>
`
const SCRIPT = `import { extract } from 'saywho'
document.querySelector('pre').textContent = JSON.stringify(extract(${JSON.stringify(TEXT)}).attributions)
`

/**
 * Builds a small page that imports `saywho` with Vite, in a folder of its own with nothing in it but what npm installs there.
 *
 * @param folder an empty folder.
 * @param tarballs our packages as they would be published, by their names.
 * @param vite the bundler's version.
 * @returns the built page's folder.
 * @throws {Error} where it can't be installed or built, or where the bundler warns of a part that no browser has.
 */
export function buildPage(folder: string, tarballs: ReadonlyMap<string, string>, vite: string): string {
  mkdirSync(folder, { recursive: true })
  const files = Object.fromEntries([...tarballs].map(([name, path]) => [name, `file:${path}`]))
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { saywho: files.saywho, vite },
    // What \`saywho\` depends on is not published yet.
    overrides: files
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'main.js'), SCRIPT)
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], folder)
  const printed = run('npx', ['vite', 'build', '--base', './'], folder)
  if (/externalized for browser/.test(printed)) throw new Error(printed)
  return join(folder, 'dist')
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' }

/**
 * Opens a built page in Chromium and reads what it wrote.
 *
 * @param executablePath Chromium.
 * @throws {Error} where it finds nothing, or asks the network for anything but itself.
 */
export async function openPage(dist: string, executablePath: string): Promise<void> {
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname
    const file = join(dist, path === '/' ? 'index.html' : path)
    readFile(file).then(
      (content) =>
        response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream').end(content),
      () => response.writeHead(404).end()
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const tab = await browser.newPage()
    const foreign: string[] = []
    tab.on('request', (request) => {
      if (!request.url().startsWith(`http://127.0.0.1:${port}/`)) foreign.push(request.url())
    })
    await tab.goto(`http://127.0.0.1:${port}/`)
    await tab.waitForFunction(() => document.querySelector('pre')!.textContent !== '')
    const found: { source: { text: string }[] }[] = JSON.parse((await tab.textContent('pre'))!)
    if (found[0]?.source[0]?.text !== 'Ana Brandt') throw new Error(`the page found ${JSON.stringify(found)}`)
    if (foreign.length > 0) throw new Error(`the page asked for ${foreign.join(', ')}`)
  } finally {
    await browser.close()
    server.close()
  }
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkLinks } from '../../scripts/site/check-links.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function siteOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'saywho-links-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

describe('checkLinks', () => {
  it('finds nothing wrong with links that work from a file', () => {
    const site = siteOf({
      'index.html':
        '<link href="site.css"><a href="docs/a b.html#one">a</a><a href="https://example.org/x">out</a>',
      'docs/a b.html':
        '<h2 id="one"><a href="#one">#</a></h2><a href="../index.html">home</a><img src="x.png">',
      'docs/x.png': '',
      'site.css': ''
    })
    expect(checkLinks(site)).toEqual([])
  })

  it.each([
    ['docs/none.html', 'leads to no file'],
    ['docs/a.html#two', 'leads to no anchor of its page'],
    ['docs', 'leads to a folder'],
    ['docs/', 'leads to a folder'],
    ['../outside.html', 'leads out of the site'],
    ['/index.html', 'is absolute']
  ])('tells of %s that it %s', (address, problem) => {
    const site = siteOf({
      'index.html': `<a href="${address}">x</a>`,
      'docs/a.html': '<h2 id="one">One</h2>'
    })
    expect(checkLinks(site)).toEqual([`index.html: ${address} ${problem}`])
  })

  it('looks at images, styles and scripts too', () => {
    const site = siteOf({
      'index.html': '<link rel="stylesheet" href="a.css"><img src="b.png"><script src="c.js"></script>'
    })
    expect(checkLinks(site)).toHaveLength(3)
  })
})

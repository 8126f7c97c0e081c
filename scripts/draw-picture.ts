/** Draws `docs/picture.png`, the README's picture, from what `extract` finds in `examples/harbour.txt`. Needs Chromium. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { type Attribution, extract } from 'saywho'

const text = readFileSync('examples/harbour.txt', 'utf8').trim()
const { attributions, sources } = extract(text)
const COLOURS = ['#0b6e4f', '#a4342a', '#28549b', '#8a5a00', '#6b3fa0']
const colourOf = (id: string | undefined) =>
  COLOURS[
    Math.max(
      0,
      sources.findIndex((source) => source.id === id)
    ) % COLOURS.length
  ]!

interface Mark {
  start: number
  end: number
  open: string
}
const marksOf = ({ content, cue, source, sourceIds }: Attribution): Mark[] => {
  const colour = colourOf(sourceIds[0])
  const mark =
    (style: string) =>
    ({ start, end }: { start: number; end: number }) => ({ start, end, open: `<span style="${style}">` })
  return [
    ...content.map(mark(`background:${colour}1f;box-shadow:inset 0 -2px ${colour}88`)),
    ...cue.map(mark('text-decoration:underline dotted #777;text-underline-offset:5px')),
    ...source.map(mark(`color:${colour};font-weight:700`))
  ]
}
const marks = attributions.flatMap(marksOf).sort((a, b) => a.start - b.start || b.end - a.end)
const escapeHtml = (words: string) => words.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
let html = ''
const open: number[] = []
for (let at = 0; at <= text.length; at++) {
  while (open.at(-1) === at) {
    html += '</span>'
    open.pop()
  }
  for (const { start, end, open: tag } of marks)
    if (start === at) {
      html += tag
      open.push(end)
    }
  html += text.startsWith('\n\n', at) ? '</p><p>' : escapeHtml(text[at] ?? '')
}
const legend = sources.map(
  ({ id, name, role }) =>
    `<li><i style="background:${colourOf(id)}"></i><b>${escapeHtml(name)}</b>${role ? `<br><small>${escapeHtml(role)}</small>` : ''}</li>`
)
const page = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#fffdf8;color:#222;font:20px/1.62 Georgia,'Liberation Serif',serif;display:grid;grid-template-columns:1fr 210px;gap:48px;padding:36px 44px}
p{margin:0 0 .9em}p:last-child{margin:0}ul{list-style:none;margin:0;padding:4px 0 0 22px;border-left:1px solid #ddd;font:15px/1.45 system-ui,'DejaVu Sans',sans-serif}
li{margin:0 0 12px;position:relative}i{position:absolute;left:-22px;width:4px;top:4px;bottom:4px;border-radius:2px}small{color:#666}
</style><article><p>${html}</p></article><ul>${legend.join('')}</ul>`

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
const tab = await browser.newPage({ viewport: { width: 1040, height: 100 }, deviceScaleFactor: 2 })
await tab.setContent(page)
await tab.screenshot({ path: 'docs/picture.png', fullPage: true })
await browser.close()

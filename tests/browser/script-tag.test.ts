import { toJsonLd, toScriptTag, toWebAnnotations } from '@saywho/jsonld'
import { describe, expect, it } from 'vitest'
import { chromiumPath, needsChromium, useChromium } from '../support/chromium.ts'
import { sampleExtractions } from '../support/generate-extractions.ts'

/** Outputs of texts, names and roles that hold `</script>`, `<!--`, U+2028 and lone surrogates. */
const documents = sampleExtractions(200).flatMap(({ text, extraction, page }) => [
  toJsonLd(extraction, page, { minConfidence: 0, form: 'graph' }),
  toJsonLd(extraction, page, { minConfidence: 0, form: 'embedded' }),
  toWebAnnotations(extraction, page, { text, minConfidence: 0 })
])

describe.skipIf(chromiumPath === null)(`script elements in Chromium${needsChromium}`, () => {
  const browser = useChromium()

  it('hold their document, and nothing gets out of them', async () => {
    const json = JSON.stringify(documents)
    for (const hostile of ['</script>', '<!--', '\u2028', '\\ud800']) expect(json).toContain(hostile)
    const page = await browser().newPage()
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    await page.setContent(
      `<!doctype html><body>${documents.map((document) => `<i>${toScriptTag(document)}</i>`).join('')}<b></b></body>`
    )
    const found = await page.evaluate(() => ({
      names: [...new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName))],
      children: document.body.children.length,
      // A lone surrogate is no text that could be sent from the page: the words come back as they were escaped.
      jsons: [...document.querySelectorAll('script')].map(({ textContent }) =>
        JSON.stringify(JSON.parse(textContent))
      )
    }))
    expect(found.names).toEqual(['i', 'script', 'b'])
    expect(found.children).toBe(documents.length + 1)
    expect(found.jsons).toEqual(documents.map((document) => JSON.stringify(document)))
    expect(dialogs).toEqual([])
  }, 60_000)
})

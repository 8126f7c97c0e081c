import assert from 'node:assert/strict'
import type { Extraction } from '@saywho/core'

/**
 * Holds an extraction to what must be true of any: spans are those of the text, in order and not overlapping, ids are told once, what is
 * named is there, and a parent's content holds its children whole.
 *
 * @throws {assert.AssertionError} where it is not.
 */
export function checkExtraction(text: string, { attributions, sources }: Extraction): void {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]))
  const sourceIds = new Set(sources.map(({ id }) => id))
  assert.equal(byId.size, attributions.length, 'an attribution id is told twice')
  assert.equal(sourceIds.size, sources.length, 'a source id is told twice')
  let latest = 0
  for (const { id, content, cue, source, parentId, sourceIds: own, confidence } of attributions) {
    assert.ok(content.length > 0, `${id} has no content`)
    assert.ok(content[0]!.start >= latest, `${id} is out of order`)
    latest = content[0]!.start
    for (const role of [content, cue, source]) {
      let end = 0
      for (const span of role) {
        assert.equal(text.slice(span.start, span.end), span.text)
        assert.ok(
          span.start >= end && span.end > span.start,
          `${id} has a span from ${span.start} to ${span.end}`
        )
        end = span.end
      }
    }
    for (const its of own) assert.ok(sourceIds.has(its), `${id} names ${its}, which is no source`)
    assert.ok(confidence >= 0 && confidence <= 1, `${id} has the confidence ${confidence}`)
    if (parentId === null) continue
    const parent = byId.get(parentId)
    assert.ok(parent, `${id} has a parent that is not there`)
    const all = [...content, ...cue, ...source]
    const from = all.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
    const to = all.reduce((most, { end }) => Math.max(most, end), 0)
    assert.ok(
      parent.content.some(({ start, end }) => start <= from && to <= end),
      `${id} stands outside of its parent`
    )
  }
  for (const { mentions, reason } of sources)
    for (const span of reason ? [...mentions, reason] : mentions)
      assert.equal(text.slice(span.start, span.end), span.text)
}

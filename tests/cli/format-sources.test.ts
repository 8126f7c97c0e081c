import { describe, expect, it } from 'vitest'
import { formatSources } from '../../packages/cli/src/formats/format-sources.ts'
import { attributionOf, sourceOf } from '../support/extractions.ts'

const REASON = 'on condition of anonymity because talks were going on'
const attributions = [['s1'], ['s1', 's2'], []].map((sourceIds, index) =>
  attributionOf('it is safe', 'it is safe', { id: `a${index}`, sourceIds })
)
const sources = [
  sourceOf({
    id: 's1',
    name: 'Ana Brandt',
    role: 'the chief engineer of the bridge over the northern harbour'
  }),
  sourceOf({ id: 's2', name: 'union', type: 'organization' }),
  sourceOf({ id: 's3', name: 'official', type: 'unnamed', anonymous: true }),
  sourceOf({
    id: 's4',
    name: 'engineer',
    type: 'unnamed',
    anonymous: true,
    reason: { start: 0, end: REASON.length, text: REASON }
  })
]

describe('formatSources', () => {
  it('aligns what is known of each source, and counts its attributions', () => {
    const role = sources[0]!.role!
    const columns = (...cells: [string, string, string, string, string]) =>
      cells[0].padEnd(12) +
      cells[1].padEnd(14) +
      cells[2].padEnd(role.length + 2) +
      cells[3].padEnd(REASON.length + 2) +
      cells[4].padStart(5)
    expect(formatSources({ attributions, sources }, 160, false).split('\n')).toEqual([
      columns('SOURCES', 'TYPE', 'ROLE', 'ANONYMOUS', 'TIMES'),
      columns('Ana Brandt', 'person', role, '', '2'),
      columns('union', 'organization', '', '', '1'),
      columns('official', 'unnamed', '', 'yes', '0'),
      columns('engineer', 'unnamed', '', REASON, '0')
    ])
  })

  it.each([40, 60, 80, 120])('stays within %d columns, and cuts what is longest', (columns) => {
    const lines = formatSources({ attributions, sources }, columns, false).split('\n')
    expect(lines).toHaveLength(5)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(columns, 60))
    expect(lines[1]).toMatch(/^Ana Brandt {2}person .*… .*2$/)
  })

  it('leaves out columns in which nothing would stand', () => {
    expect(formatSources({ attributions, sources: [sources[1]!] }, 80, false)).toBe(
      'SOURCES  TYPE          TIMES\nunion    organization      1'
    )
  })

  it('lets no name steer a terminal', () => {
    const odd = sourceOf({ id: 's1', name: 'A\u001b[31m\u202eB\nC' })
    expect(formatSources({ attributions, sources: [odd] }, 80, false)).toContain('A[31mB C')
  })
})

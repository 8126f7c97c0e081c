/** Words from and to of a discourse document, counted from 0, the end excluded. */
export type WordRange = [from: number, to: number]

/** An attribution as a discourse treebank gives it. */
export interface DiscourseAttribution {
  /** The attributing clause, with all that hangs on it. */
  readonly clause: readonly WordRange[]
  /** The words marked as what tells who: none where the annotators found none. */
  readonly source: readonly WordRange[]
  /** The words marked as what tells that something is attributed. */
  readonly cue: readonly WordRange[]
  /** What the clause attributes: its nucleus with all that hangs on it, the clause left out. */
  readonly content: readonly WordRange[]
  readonly negative: boolean
}

export interface DiscourseDocument {
  readonly words: readonly string[]
  /** In the order of their clauses' nodes in the file. */
  readonly attributions: readonly DiscourseAttribution[]
}

interface Node {
  readonly id: string
  readonly parent: string | undefined
  readonly relation: string
  /** The words of a segment; empty for a group. */
  readonly words: WordRange
  readonly children: Node[]
}

/**
 * The words and attributions of an rs4 file, the format of rstWeb in which GUM publishes its discourse layer
 * (https://wiki.gucorpling.org/gum/rst): relations named `attribution-positive` and `attribution-negative` (or `attribution`),
 * with the signals that annotators marked for them: `attribution_source` for who, `lexical` ones for the cue.
 *
 * @throws {Error} when a node hangs on one that is not there, or on itself, or a signal names a word that is not there.
 */
export function readRs4(rs4: string): DiscourseDocument {
  const words: string[] = []
  const nodes = new Map<string, Node>()
  for (const [, kind, attributes, content] of rs4.matchAll(NODE)) {
    const { id = '', parent, relname = '' } = readAttributes(attributes!)
    const from = words.length
    if (kind === 'segment')
      words.push(
        ...unescapeXml(content ?? '')
          .trim()
          .split(/\s+/)
          .filter(Boolean)
      )
    nodes.set(id, { id, parent, relation: relname, words: [from, words.length], children: [] })
  }
  for (const node of nodes.values()) if (node.parent !== undefined) parentOf(node, nodes).children.push(node)
  const signals = [...rs4.matchAll(SIGNAL)].map(([, attributes]) => readAttributes(attributes!))
  const marked = (node: Node, isWanted: (signal: Record<string, string>) => boolean): WordRange[] =>
    mergeWords(
      signals
        .filter((signal) => signal.source === node.id && isWanted(signal))
        .flatMap(({ tokens = '' }) => tokens.split(',').filter(Boolean).map(Number))
        .map((token): WordRange => {
          if (!(token >= 1 && token <= words.length))
            throw new Error(`a signal of node ${node.id} names word ${token} of ${words.length}`)
          return [token - 1, token]
        })
    )
  return {
    words,
    attributions: [...nodes.values()]
      .filter(({ relation }) => relation.startsWith('attribution'))
      .map((node) => ({
        clause: mergeWords(collectWords(node)),
        source: marked(node, ({ subtype }) => subtype === 'attribution_source'),
        cue: marked(node, ({ type }) => type === 'lexical'),
        content: mergeWords(collectWords(parentOf(node, nodes), node)),
        negative: node.relation === 'attribution-negative'
      }))
  }
}

const NODE = /<(segment|group)\s([^>]*?)\/?>(?:([^<]*)<\/segment>)?/g
const SIGNAL = /<signal\s([^>]*?)\/?>/g

const readAttributes = (attributes: string): Record<string, string> =>
  Object.fromEntries(
    [...attributes.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name, double, single]) => [
      name!,
      unescapeXml(double ?? single ?? '')
    ])
  )

function parentOf({ id, parent }: Node, nodes: ReadonlyMap<string, Node>): Node {
  const found = nodes.get(parent ?? '')
  if (found === undefined) throw new Error(`node ${id} hangs on ${parent ?? 'nothing'}, which is not there`)
  return found
}

/** The words of a node and of all that hangs on it, one node left out. */
function collectWords(node: Node, leftOut?: Node, above: readonly Node[] = []): WordRange[] {
  if (above.includes(node)) throw new Error(`node ${node.id} hangs on itself`)
  if (node === leftOut) return []
  return [
    ...(node.words[0] < node.words[1] ? [node.words] : []),
    ...node.children.flatMap((child) => collectWords(child, leftOut, [...above, node]))
  ]
}

/** Ranges in order, those that touch joined. */
function mergeWords(ranges: readonly WordRange[]): WordRange[] {
  const merged: WordRange[] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })

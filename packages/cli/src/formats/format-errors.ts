import { type AttributionError, ERROR_KINDS, type GoldAttribution, type Range } from '@saywho/training'
import { makeStyle } from './make-style.ts'
import { printable } from './printable.ts'

/** What each kind says, after its name. */
const MEANINGS: Readonly<Record<AttributionError['kind'], string>> = {
  'missed cue': 'annotated, and nothing like it was found',
  'missed without a cue': 'annotated with no words that attribute, and nothing like it was found',
  'wrong source': 'the content was found, with another source',
  'wrong content start': 'the content begins elsewhere',
  'wrong content end': 'the content ends elsewhere',
  'wrong content': 'the content is another, or both its ends are elsewhere',
  spurious: 'found, and nothing like it is annotated'
}
const ROLE_WIDTH = 24
const CONTENT_WIDTH = 96
const CONTEXT_WIDTH = 400

/** Some errors of each kind. */
export interface ErrorSample {
  kind: AttributionError['kind']
  count: number
  examples: AttributionError[]
}

/** So many examples of each kind of error that occurs, spread over the documents. */
export const sampleErrors = (errors: readonly AttributionError[], wanted: number): ErrorSample[] =>
  ERROR_KINDS.flatMap((kind) => {
    const own = errors.filter((error) => error.kind === kind)
    const step = Math.max(1, Math.floor(own.length / wanted))
    const examples = own.filter((_, index) => index % step === 0).slice(0, wanted)
    return own.length === 0 ? [] : { kind, count: own.length, examples }
  })

/** Errors for people, kind by kind: what is annotated, what was found, and the sentences around. */
export function formatErrors(
  samples: readonly ErrorSample[],
  texts: ReadonlyMap<string, string>,
  columns: number,
  colour: boolean
): string {
  const style = makeStyle(colour)
  if (samples.length === 0) return 'no errors at relation@0.5\n'
  const width = Math.max(40, columns)
  return samples
    .map(({ kind, count, examples }) => {
      const head = `${style('bold', kind)}  ${count.toLocaleString('en')}: ${MEANINGS[kind]}\n`
      return (
        head +
        examples
          .map(({ document, gold, predicted, context }) => {
            const text = texts.get(document) ?? ''
            const wrap = (label: string, words: string) => wrapWords(words, label, width)
            return [
              `\n  ${style('dim', `${printable(document)}, at ${context[0]}`)}`,
              ...(gold ? wrap('annotated', describe(gold, text)) : []),
              ...(predicted ? wrap('found', describe(predicted, text)) : []),
              ...wrap('in', cutMiddle(printable(text.slice(...context)), CONTEXT_WIDTH)).map((line) =>
                style('dim', line)
              )
            ].join('\n')
          })
          .join('\n')
      )
    })
    .join('\n\n')
    .concat('\n')
}

/** Source, cue and content, in this order. */
function describe({ source, cue, content }: GoldAttribution, text: string): string {
  const join = (ranges: readonly Range[], width: number) =>
    cutMiddle(printable(ranges.map((range) => text.slice(...range)).join(' … ')), width)
  return [
    join(source, ROLE_WIDTH) || '(no source)',
    join(cue, ROLE_WIDTH) || '(no cue)',
    join(content, CONTENT_WIDTH)
  ].join(' | ')
}

/** Both ends count in an error, so what is too long loses its middle. */
function cutMiddle(text: string, width: number): string {
  if (text.length <= width) return text
  const half = Math.floor((width - 3) / 2)
  const head = text.slice(0, half).replace(/(\S)\s+\S*$/, '$1')
  const tail = text.slice(-half).replace(/^\S*\s+(?=\S)/, '')
  return `${head} … ${tail}`
}

const LABEL_WIDTH = 13

function wrapWords(words: string, label: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of words.split(' '))
    if (line !== '' && LABEL_WIDTH + line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  lines.push(line)
  return lines.map((its, index) => (index === 0 ? `  ${label}` : '').padEnd(LABEL_WIDTH) + its)
}

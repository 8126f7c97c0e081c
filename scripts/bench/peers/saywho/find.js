/** Saywho as it would be installed: `find.js FOLDER`, where FOLDER's node_modules hold it. */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { answerLines } from '../answer-lines.js'

const require = createRequire(join(resolve(process.argv[2]), 'package.json'))
const { extract } = await import(pathToFileURL(require.resolve('saywho')).href)

const toRanges = (spans) => spans.map(({ start, end }) => [start, end])
await answerLines(
  (text) => extract(text, { acts: 'all' }),
  ({ attributions }) =>
    attributions.map(({ id, parentId, type, source, cue, content }) => ({
      id,
      parentId,
      type,
      source: toRanges(source),
      cue: toRanges(cue),
      content: toRanges(content)
    }))
)

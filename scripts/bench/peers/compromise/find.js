/** compromise's quotations: `find.js FOLDER`, where FOLDER's node_modules hold it. It knows no speakers. */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { answerLines } from '../answer-lines.js'

const nlp = createRequire(join(resolve(process.argv[2]), 'package.json'))('compromise')

await answerLines(
  (text) => nlp(text).quotations().json({ offset: true, terms: false }),
  (quotations, text) =>
    quotations.flatMap(({ text: words, offset }) => {
      // Its offsets begin behind the opening mark, its words before it.
      const start = text.indexOf(words, Math.max(0, offset.start - 4))
      return start < 0
        ? []
        : [{ type: 'direct', source: [], cue: [], content: [[start, start + words.length]] }]
    })
)

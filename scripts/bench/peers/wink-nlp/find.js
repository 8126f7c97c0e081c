/**
 * wink-nlp with its small English model: `find.js FOLDER`, where FOLDER's node_modules hold it. It goes as far as sentences, parts of
 * speech and entities, which quotations would be found on; it finds none.
 */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { answerLines } from '../answer-lines.js'

const require = createRequire(join(resolve(process.argv[2]), 'package.json'))
const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'), ['sbd', 'pos', 'ner'])

await answerLines(
  (text) => nlp.readDoc(text),
  () => []
)

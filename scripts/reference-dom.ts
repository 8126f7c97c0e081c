/**
 * Has the declarations of the package in whose folder it runs bring the DOM's types along: `reference-dom.ts FILE`. The build drops the
 * line where it stands in a source, and puts it into all files where its settings have it, those for Node too.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const [file = ''] = process.argv.slice(2)
writeFileSync(file, `/// <reference lib="dom" />\n${readFileSync(file, 'utf8')}`)

import { execFile, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const example = join(root, 'examples/spark')
const python = process.env.PYSPARK_PYTHON ?? 'python3'
const found = spawnSync(
  python,
  ['-c', 'import pandas, pyarrow, pyspark; print(pyspark.__path__[0], pyspark.__version__)'],
  {
    encoding: 'utf8'
  }
)
const isPython = spawnSync(python, ['--version']).status === 0
const [home = '', version = ''] = found.stdout?.trim().split(' ') ?? []
const isSpark = found.status === 0 && version >= '4' && spawnSync('java', ['-version']).status === 0
const skipped = isSpark
  ? ''
  : ' (skipped: it takes Java and the Python that PYSPARK_PYTHON names, with examples/spark/requirements.txt)'

const EXTRACT = [process.execPath, inject('command'), 'extract', '--format', 'ndjson']
const PARTITIONS = 12

/** The command, that notes each start; the first dies in the middle of its documents, the second takes its executor with it. */
const FRAIL = `#!/bin/sh
marks=$1
shift
echo started >> "$marks/starts"
if mkdir "$marks/process" 2>/dev/null; then
  head -n 4 | "$@"
  kill -9 $$
elif mkdir "$marks/executor" 2>/dev/null; then
  head -n 4 | "$@"
  pid=$$
  until [ "$(cat /proc/$pid/comm)" = java ]; do pid=$(sed -n 's/^PPid:\\t//p' /proc/$pid/status); done
  echo $pid > "$marks/executor/pid"
  kill -9 $pid
  sleep 1
else
  exec "$@"
fi
`

interface Row {
  id: string
  error?: string | null
  attributions?: unknown[] | null
  sources?: unknown[] | null
}

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'saywho-spark-'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string) => join(folder, name)
const runProgram = (command: string, ...args: string[]) =>
  promisify(execFile)(command, args, {
    cwd: folder,
    maxBuffer: 1 << 28,
    env: { ...process.env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1', PYTHONDONTWRITEBYTECODE: '1' }
  })
const readRows = (path: string): Map<string, Row> =>
  new Map(
    readFileSync(path, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .map(({ id, error, attributions, sources }) => [
        id,
        { id, error: error ?? null, attributions: attributions ?? null, sources: sources ?? null }
      ])
  )

describe(`spark${skipped}`, () => {
  it.skipIf(!isSpark)(
    'finds what one process finds, though a process and an executor are killed in mid-run',
    async () => {
      const seed = readFileSync(join(root, 'seeds/000_47d96f6c8b88e22f.txt'), 'utf8')
      const articles = Array.from({ length: 180 }, (_, index) => ({
        id: `article-${index}`,
        // A name that tells the articles apart; now and then one that can't be read.
        text: index % 60 === 7 ? null : `“It is late 😀,” Ana Brandt ${index} said.\n\n${seed.slice(index)}`
      }))
      const lines = articles.map((article) => `${JSON.stringify(article)}\n`).join('')
      writeFileSync(file('articles.ndjson'), lines)
      writeFileSync(file('frail'), FRAIL)
      chmodSync(file('frail'), 0o755)
      const alone = await runProgram(EXTRACT[0]!, ...EXTRACT.slice(1), file('articles.ndjson')).catch(
        (error: { stdout: string }) => error
      )
      writeFileSync(file('alone.ndjson'), alone.stdout)

      await runProgram(python, join(example, 'convert.py'), file('articles.ndjson'), file('articles.parquet'))
      await runProgram(
        join(home, 'bin/spark-submit'),
        '--master',
        'local-cluster[2,1,1024]',
        ...['--conf', 'spark.ui.enabled=false', '--py-files', join(example, 'reader.py')],
        join(example, 'extract.py'),
        file('articles.parquet'),
        file('attributions.parquet'),
        ...['--partitions', `${PARTITIONS}`, '--command', [file('frail'), folder, ...EXTRACT].join(' ')]
      )
      await runProgram(
        python,
        join(example, 'convert.py'),
        file('attributions.parquet'),
        file('attributions.ndjson')
      )

      expect(readFileSync(file('attributions.ndjson'), 'utf8').match(/\n/g)).toHaveLength(articles.length)
      const [expected, actual] = [readRows(file('alone.ndjson')), readRows(file('attributions.ndjson'))]
      expect(actual.size).toBe(articles.length)
      for (const { id } of articles) expect(actual.get(id)).toEqual(expected.get(id))
      expect(actual.get('article-7')!.error).toBe('"text" is missing or no text')
      expect(actual.get('article-8')!.attributions!.length).toBeGreaterThan(3)
      // Both were killed; besides, the processes were used again: far fewer than the partitions.
      const starts = readFileSync(file('starts'), 'utf8').match(/started/g)!.length
      expect(starts).toBeGreaterThanOrEqual(3)
      expect(starts).toBeLessThan(PARTITIONS)
      expect(readFileSync(file('executor/pid'), 'utf8')).toMatch(/^\d+\n$/)
    },
    600_000
  )

  it.skipIf(!isPython)(
    'a reader neither waits forever nor gives one document the answer to another',
    async () => {
      const program = `
import json, sys
from reader import Reader, SaywhoEnded

command = json.loads(sys.argv[1])
kept = Reader(command)
text = "“It is late 😀,” Ana Brandt said.\\n" * 200
many = [{"id": f"d{index}", "text": text if index % 10 else None} for index in range(60)]
answers = kept.read(many)
assert [answer["id"] for answer in answers] == [document["id"] for document in many]
assert ["error" in answer for answer in answers] == [document["text"] is None for document in many]
assert kept.read([]) == []

kept._process.kill()
try:
    kept.read(many)
    raise AssertionError("answers of a dead process")
except SaywhoEnded as error:
    print(error)
[answer] = kept.read([{"id": "7", "text": "“It is late,” Ana Brandt said."}])
assert answer["id"] == "7" and len(answer["attributions"]) == 1, answer
kept.close()
kept.close()

stranger = Reader([sys.executable, "-c", "print('{\\"id\\": \\"other\\"}')"])
try:
    stranger.read([{"id": "own", "text": ""}])
    raise AssertionError("an answer to something else")
except SaywhoEnded as error:
    print(error)
`
      writeFileSync(file('read.py'), program)
      const { stdout } = await promisify(execFile)(python, [file('read.py'), JSON.stringify(EXTRACT)], {
        env: { ...process.env, PYTHONPATH: example, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }
      })
      expect(stdout).toMatch(
        /ended with -9 before it answered to 'd\d+'\nasked for 'own', answered to 'other'/
      )
    },
    60_000
  )
})

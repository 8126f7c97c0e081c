import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Manifest {
  name: string
  exports: Record<string, object | string>
}

const root = new URL('../packages/', import.meta.url)
const manifests = readdirSync(root).map(
  (folder): Manifest => JSON.parse(readFileSync(new URL(`${folder}/package.json`, root), 'utf8'))
)

/** The public face: whoever changes it sees it here. `./rooms` is unstable and not held; what is no code has tests of its own. */
describe('what can be imported', () => {
  for (const { name, exports } of manifests)
    for (const entry of Object.keys(exports).filter(
      (its) => its !== './rooms' && typeof exports[its] !== 'string'
    )) {
      const specifier = name + entry.slice(1)
      it(specifier, async () => {
        expect(Object.keys(await import(specifier)).sort()).toMatchSnapshot()
      })
    }
})

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type Manifest, readPublicPackages } from '../../scripts/read-public-packages.ts'
import { checkManifests } from '../../scripts/release/check-manifests.ts'

const MANIFEST: Manifest = {
  name: '@saywho/example',
  version: '1.2.3',
  description: 'An example.',
  keywords: ['a', 'b', 'c'],
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19' },
  files: ['dist'],
  exports: { '.': { 'saywho-source': './src/index.ts' } },
  publishConfig: { access: 'public', provenance: true, exports: { '.': { default: './dist/index.js' } } },
  dependencies: { '@saywho/core': 'workspace:*', unified: 'catalog:' },
  repository: { type: 'git', url: 'git+https://code.example/saywho.git' },
  homepage: 'https://code.example/saywho',
  bugs: 'https://code.example/saywho/issues'
}
const CHANGELOG = '# Changelog\n\n## [1.2.3] - 2026-01-31\n'
const check = (changes: Partial<Manifest>, changelog = CHANGELOG) =>
  checkManifests([{ folder: 'packages/example', manifest: { ...MANIFEST, ...changes } }], changelog)

describe('checkManifests', () => {
  it('has nothing to say of a manifest that is whole', () => {
    expect(check({})).toEqual({ errors: [], missing: [] })
  })

  it.each<[string, Partial<Manifest>]>([
    ['description', { description: 'an example' }],
    ['keywords', { keywords: ['a'] }],
    ['license', { license: 'UNLICENSED' }],
    ['files', { files: ['src'] }],
    ['sideEffects', { sideEffects: undefined }],
    ['engines', { engines: {} }],
    ['type', { type: 'commonjs' }],
    [
      'publishConfig.access',
      { publishConfig: { ...(MANIFEST.publishConfig as object), access: 'restricted' } }
    ],
    [
      'publishConfig.provenance',
      { publishConfig: { ...(MANIFEST.publishConfig as object), provenance: false } }
    ],
    [
      'publishConfig.exports',
      {
        publishConfig: {
          access: 'public',
          provenance: true,
          exports: { '.': { 'saywho-source': './src/index.ts' } }
        }
      }
    ],
    ['publishConfig.exports', { publishConfig: { access: 'public', provenance: true, exports: {} } }],
    ['dependencies.unified', { dependencies: { unified: '^11.0.0' } }]
  ])('tells what is wrong with %s', (field, changes) => {
    const { errors } = check(changes)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(new RegExp(`^packages/example/package\\.json: ${field.replace('.', '\\.')}\\b`))
  })

  it('wants one version', () => {
    const packages = ['1.2.3', '1.2.4'].map((version) => ({
      folder: 'packages/x',
      manifest: { ...MANIFEST, version }
    }))
    const { errors } = checkManifests(packages, `${CHANGELOG}## [1.2.4] - Unreleased\n`)
    expect(errors).toEqual(['versions differ: 1.2.3, 1.2.4'])
  })

  it('wants an entry in the changelog', () => {
    expect(check({}, '# Changelog\n\n## [1.2.2] - 2026-01-01\n').errors).toEqual([
      'CHANGELOG.md: has no entry "## [1.2.3] - …"'
    ])
  })

  it('tells which addresses are not known yet, and holds nothing back for that', () => {
    expect(check({ repository: undefined, bugs: undefined })).toEqual({
      errors: [],
      missing: ['repository', 'bugs']
    })
  })
})

describe('the packages', () => {
  it('have nothing wrong in their manifests, and one version with an entry in the changelog', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const packages = readPublicPackages(root)
    expect(packages.length).toBeGreaterThan(5)
    expect(checkManifests(packages, readFileSync(`${root}/CHANGELOG.md`, 'utf8')).errors).toEqual([])
  })
})

import type { Manifest, PublicPackage } from '../read-public-packages.ts'

export interface ManifestProblems {
  /** What keeps a release back. */
  errors: string[]
  /** What the packages can't tell yet. */
  missing: string[]
}

/** Where a package lives. Told once it is known: an address that is made up is worse than none. */
const ADDRESSES = ['repository', 'homepage', 'bugs'] as const

/**
 * What is wrong with the manifests of the packages that are to be released together.
 *
 * @param changelog `CHANGELOG.md`, which must have an entry for their version.
 */
export function checkManifests(packages: readonly PublicPackage[], changelog: string): ManifestProblems {
  const versions = new Set(packages.map(({ manifest }) => manifest.version))
  const errors = packages.flatMap(({ folder, manifest }) =>
    checkManifest(manifest).map((problem) => `${folder}/package.json: ${problem}`)
  )
  if (versions.size !== 1) errors.push(`versions differ: ${[...versions].join(', ')}`)
  for (const version of versions)
    if (!changelog.split('\n').some((line) => line.startsWith(`## [${version}] - `)))
      errors.push(`CHANGELOG.md: has no entry "## [${version}] - …"`)
  const missing = ADDRESSES.filter((field) => packages.some(({ manifest }) => manifest[field] === undefined))
  return { errors, missing }
}

function checkManifest(manifest: Manifest): string[] {
  const problems: string[] = []
  const expect = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem)
  }
  const {
    description,
    keywords,
    license,
    files,
    sideEffects,
    engines,
    type,
    publishConfig,
    dependencies = {}
  } = manifest
  const config = (publishConfig ?? {}) as Record<string, unknown>
  expect(
    typeof description === 'string' && /^[A-Z].*\.$/.test(description),
    'description is to be a sentence'
  )
  expect(Array.isArray(keywords) && keywords.length >= 3, 'keywords: fewer than three')
  expect(license === 'MIT', `license: ${JSON.stringify(license)}`)
  expect(Array.isArray(files) && files.includes('dist'), 'files: without dist')
  expect(sideEffects === false || Array.isArray(sideEffects), 'sideEffects: tell whether it has any')
  expect(
    typeof (engines as Record<string, unknown> | undefined)?.node === 'string',
    'engines: tell which Node'
  )
  expect(type === 'module', 'type: is to be "module"')
  expect(config.access === 'public', 'publishConfig.access: is to be "public"')
  expect(config.provenance === true, 'publishConfig.provenance: is to be true')
  expect(
    !JSON.stringify(config.exports ?? {}).includes('saywho-source'),
    'publishConfig.exports: names sources'
  )
  expect(
    Object.keys((config.exports ?? {}) as object).join() === Object.keys(manifest.exports ?? {}).join(),
    'publishConfig.exports: its entries are not those of exports'
  )
  for (const [name, range] of Object.entries(dependencies))
    expect(
      range === 'catalog:' || range === 'workspace:*',
      `dependencies.${name}: ${range} is pinned nowhere`
    )
  return problems
}

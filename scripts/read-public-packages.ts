import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Manifest {
  name: string
  version: string
  private?: boolean
  bin?: Record<string, string>
  exports?: Record<string, { 'saywho-source': string; types?: string; default?: string } | string>
  dependencies?: Record<string, string>
  [field: string]: unknown
}

/** A package that is published. */
export interface PublicPackage {
  /** Such as `packages/core`. */
  folder: string
  manifest: Manifest
}

/** The packages that are published, in the order of their folders: all that do not say that they are private. */
export function readPublicPackages(root: string): PublicPackage[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => `packages/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
    }))
    .filter(({ manifest }) => !manifest.private)
}

/** Packs the view's style and its report's script into the module that the package imports: pnpm pack-view. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { packView } from './view-assets.ts'

writeFileSync(fileURLToPath(new URL('../packages/view/src/assets.js', import.meta.url)), await packView())

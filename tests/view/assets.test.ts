import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { packView } from '../../scripts/view-assets.ts'

it('what the report carries is packed from the sources as they are (`pnpm pack-view` packs them anew)', async () => {
  expect(readFileSync(new URL('../../packages/view/src/assets.js', import.meta.url), 'utf8')).toBe(
    await packView()
  )
})

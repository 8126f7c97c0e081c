import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

export default defineConfig({
  ...shared,
  platform: 'node',
  // Not every place that the server's app runs in imports JSON.
  noExternal: [/\.json$/]
})

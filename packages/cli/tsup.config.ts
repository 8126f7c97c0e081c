import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

export default defineConfig({ ...shared, platform: 'node', noExternal: [/\.schema\.json$/] })

/** Draws `docs/contract.svg`, the figure of the contract's page. */
import { writeFileSync } from 'node:fs'
import { drawContract } from './site/draw-contract.ts'

writeFileSync('docs/contract.svg', drawContract())

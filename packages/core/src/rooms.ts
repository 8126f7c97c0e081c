/** The rooms' passes, for Saywho's own packages. Unstable: nothing here is covered by the version's promise. */
export { buildTokenTable } from './text/build-token-table.ts'
export { TokenKind, type TokenTable } from './text/token-table.ts'

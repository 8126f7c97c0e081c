export { defineSaywhoView, SaywhoView } from './saywho-view.ts'
export type { ViewData } from './view-data.ts'

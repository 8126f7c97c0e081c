/** The script of a report: it makes the view that stands in the page answer. Built into `assets.js`. */
import { enhanceView } from './enhance/enhance-view.ts'

const view = document.querySelector<HTMLElement>('.saywho')
if (view) enhanceView(view, { hasFragments: true })

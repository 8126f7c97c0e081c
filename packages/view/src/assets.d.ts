/** The view's style, minified. */
export const VIEW_STYLE: string
/** The same with that of the page around it. */
export const STYLE: string
/** What a Content-Security-Policy calls it. */
export const STYLE_HASH: string
/** The script that makes a report's view answer. */
export const SCRIPT: string
/** What a Content-Security-Policy calls it. */
export const SCRIPT_HASH: string

const DOCUMENT = /^\s*(?:<!doctype\s+html|<html[\s>])/i
const BLOCK = /<\/(?:article|blockquote|div|h[1-6]|li|main|p|section|ul)\s*>|<(?:p|br)\s*\/?>/i

/** Whether HTML has blocks, so that how it is divided can be read from it. */
export const hasBlocks = (html: string): boolean => BLOCK.test(html)

/** Whether a text is rather a page's HTML than one that speaks of a tag: it is a document, or has blocks. */
export const looksLikeHtml = (text: string): boolean => DOCUMENT.test(text) || hasBlocks(text)

const DOCUMENT = /^\s*(?:<!doctype\s+html|<html[\s>])/i
const BLOCK = /<\/(?:article|blockquote|body|div|h[1-6]|html|li|main|p|section|ul)\s*>|<(?:p|br)\s*\/?>/i

/** Whether a text is rather a page's HTML than one that speaks of a tag: it is a document, or has blocks and their ends. */
export const looksLikeHtml = (text: string): boolean => DOCUMENT.test(text) || BLOCK.test(text)

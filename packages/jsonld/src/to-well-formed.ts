/** A text as UTF-8 can hold it: each lone surrogate is replaced by U+FFFD, so that no offset moves. */
export const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')

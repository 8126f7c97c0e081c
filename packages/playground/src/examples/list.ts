import ferry from './ferry.html'
import harbour from './harbour.txt'
import hearsay from './hearsay.txt'
import interview from './interview.txt'
import mill from './mill.txt'

/** Texts to try, and what their buttons say. */
export const EXAMPLES: readonly { name: string; text: string }[] = [
  { name: 'a news story', text: harbour },
  { name: 'an interview', text: interview },
  { name: 'hearsay', text: hearsay },
  { name: 'a page’s HTML', text: ferry },
  { name: 'a long read', text: mill }
]

import type { Tree } from './link-tree.ts'

/** The first of the tokens that hang on a token which passes a test; -1 where none does. */
export function findChild(
  { firstChild, nextSibling }: Pick<Tree, 'firstChild' | 'nextSibling'>,
  token: number,
  test: (child: number) => boolean
): number {
  for (let child = firstChild[token]!; child >= 0; child = nextSibling[child]!) if (test(child)) return child
  return -1
}

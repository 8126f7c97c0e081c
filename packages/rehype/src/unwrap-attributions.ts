import type { Nodes, RootContent } from 'hast'
import { walkTree } from './walk-tree.ts'
import { isWrapper } from './wrapper.ts'

/** Takes the wrappers of an earlier run out of a tree; what they hold stays. */
export function unwrapAttributions(tree: Nodes): void {
  walkTree(
    tree,
    () => true,
    (parent) => {
      const isOwn = (child: RootContent) => child.type === 'element' && isWrapper(child)
      const children = parent.children as RootContent[]
      if (children.some(isOwn))
        parent.children = children.flatMap((child) =>
          child.type === 'element' && isWrapper(child) ? child.children : [child]
        )
    }
  )
}

import type { Nodes, Parents } from 'hast'

/**
 * Goes through a tree in the order of the page, however deep it is.
 *
 * @param enter called with each node and its parent, `null` for the first; whether to go into the node.
 * @param leave called with each node that was gone into, after all that it holds. It may change the node's children.
 */
export function walkTree(
  root: Nodes,
  enter: (node: Nodes, parent: Parents | null) => boolean,
  leave: (node: Parents) => void = () => {}
): void {
  const path: { node: Parents; next: number }[] = []
  const visit = (node: Nodes, parent: Parents | null) => {
    if (enter(node, parent) && 'children' in node) path.push({ node, next: 0 })
  }
  visit(root, null)
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    const child = last.node.children[last.next++]
    if (child !== undefined) visit(child, last.node)
    else {
      path.pop()
      leave(last.node)
    }
  }
}

/** The mean of what so many orders of the examples teach errs less than any of them: one order's weights differ by chance, and so does what is found. */
const ORDERS = 3

/** What is learned from each of several orders of the examples, told by their seeds: the first, and those after it. */
export const inOrders = <Learned>(seed: number, learn: (seed: number) => Learned): Learned[] =>
  Array.from({ length: ORDERS }, (_, order) => learn(seed + order))

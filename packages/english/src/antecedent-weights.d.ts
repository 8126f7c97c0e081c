/** How many trees and nodes there are, and what is added to their sum. */
export const sizes: { trees: number; nodes: number; base: number }
/** The trees' columns, deflated, in base64. */
export const data: string

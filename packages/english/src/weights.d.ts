/** How many bytes each table has, in the order in which they stand in `data`. */
export const tables: Record<string, number>
/** The tables' bytes, deflated, in base64. */
export const data: string

/** How many weights each table has, and how many bytes its gaps and its values take, in the order in which they stand in `data`. */
export const tables: Record<string, { length: number; gaps: number; values: number }>
/** For each table the zeros before each weight that is none, then those weights; deflated, in base64. */
export const data: string

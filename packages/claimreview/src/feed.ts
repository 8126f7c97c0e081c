export type { Chunk, ReadableChunks } from './iterate-chunks.ts'
export type { Problem, PublishedReview } from './published-review.ts'
export { type FeedEntry, type FeedSource, readFeed } from './read-feed.ts'

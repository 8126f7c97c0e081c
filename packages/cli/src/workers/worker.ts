import { workerData } from 'node:worker_threads'
import { type ExtractSettings, extractDocument } from './extract-document.ts'
import type { DocumentTask } from './open-worker-pool.ts'

/** What each thread of the pool runs. Settings that hold for every document came with the thread. */
export default ({ record, settings }: DocumentTask) =>
  extractDocument(record, { ...(workerData as ExtractSettings), ...settings })

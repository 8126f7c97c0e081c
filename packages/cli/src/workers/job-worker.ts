import { move, transferableSymbol, valueSymbol } from 'piscina'
import { answerJob } from '../server/answer-job.ts'
import type { Job } from '../server/job.ts'

/** What each thread of the server runs. A long body is handed over, not copied. */
export default (job: Job) => {
  const answer = answerJob(job)
  return move({ [transferableSymbol]: answer.body.buffer, [valueSymbol]: answer })
}

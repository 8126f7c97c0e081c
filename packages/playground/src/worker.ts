/** The worker that reads: the library and its weights live here, so that the page never waits for them. */
import { extract } from 'saywho'
import { extractHtml } from 'saywho/html'
import type { NumberedAnswer, NumberedQuestion } from './reading/question.ts'

addEventListener('message', ({ data }: MessageEvent<NumberedQuestion>) => postMessage(answer(data)))

// The weights are decoded by the first call: by now, not when the first text comes.
extract('“It is safe,” she said.')

function answer({ number, text, form, options }: NumberedQuestion): NumberedAnswer {
  try {
    return { number, extraction: form === 'html' ? extractHtml(text, options) : extract(text, options) }
  } catch (error) {
    return { number, error: error instanceof Error ? error.message : String(error) }
  }
}

import { Tokenizer } from '@huggingface/tokenizers'
import type { Language } from '@saywho/core'
import type { Choice, CueChances, RoleProposal } from '@saywho/core/rooms'
import { type Lesson, readLesson, type TrainingDocument, trainChoice } from '@saywho/training'
import { makePieces } from '../src/encode-text.ts'
import { startNetwork } from '../src/network.ts'
import { LEAST_CUED, proposeNeurally } from '../src/propose-neurally.ts'

/**
 * Learns how readings are chosen, from those that networks propose for documents that they were not taught by.
 *
 * @param halves by fold, the network that the documents of that fold did not teach.
 * @param tokenizer that of both.
 * @returns plain JSON, as a model's file has it.
 */
export async function learnChoice(
  documents: readonly TrainingDocument[],
  language: Language,
  halves: readonly { encoder: Uint8Array; roles: Uint8Array }[],
  tokenizer: object,
  report: (line: string) => void
): Promise<string> {
  const piecesOf = makePieces(new Tokenizer(tokenizer, {}))
  const lessons = documents.map((document) => readLesson(document, language))
  const chances = new Map<Lesson, Pick<CueChances, 'chance'>>()
  const proposals = new Map<Lesson, readonly RoleProposal[]>()
  for (const [fold, half] of halves.entries()) {
    const network = await startNetwork(half)
    for (const lesson of lessons.filter((its) => its.fold === fold)) {
      const proposed = await proposeNeurally(lesson.reading, network, piecesOf)
      chances.set(lesson, proposed.cues)
      proposals.set(lesson, proposed.proposals)
      if (chances.size % 100 === 0) report(`${chances.size} of ${lessons.length} documents read`)
    }
  }
  return toJson(trainChoice(lessons, chances, proposals, LEAST_CUED))
}

const toJson = (choice: Choice): string =>
  JSON.stringify(choice, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value
  )

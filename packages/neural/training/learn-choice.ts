import { Tokenizer } from '@huggingface/tokenizers'
import type { Language } from '@saywho/core'
import type { CueChances, RoleProposal } from '@saywho/core/rooms'
import {
  type ChoiceModel,
  foldOf,
  type Lesson,
  readLesson,
  type TrainingDocument,
  trainChoice
} from '@saywho/training'
import { makePieces } from '../src/encode-text.ts'
import { startNetwork } from '../src/network.ts'
import { proposeNeurally } from '../src/propose-neurally.ts'

/**
 * Learns how readings are chosen, from those that a network proposes for documents that it was not taught by.
 *
 * @returns plain JSON, as a model's file has it.
 */
export async function learnChoice(
  documents: readonly TrainingDocument[],
  language: Language,
  network: { encoder: Uint8Array; roles: Uint8Array; tokenizer: object },
  report: (line: string) => void
): Promise<string> {
  const running = await startNetwork(network)
  const piecesOf = makePieces(new Tokenizer(network.tokenizer, {}))
  const chances = new Map<Lesson, Pick<CueChances, 'chance'>>()
  const proposals = new Map<Lesson, readonly RoleProposal[]>()
  for (const document of documents) {
    // All are of one fold of the network's: they are told apart anew.
    const lesson = { ...readLesson(document, language), fold: foldOf(document.text, 1) }
    const proposed = await proposeNeurally(lesson.reading, running, piecesOf)
    chances.set(lesson, proposed.cues)
    proposals.set(lesson, proposed.proposals)
    if (chances.size % 100 === 0) report(`${chances.size} of ${documents.length} documents read`)
  }
  return toJson(trainChoice([...chances.keys()], chances, proposals))
}

const toJson = (choice: ChoiceModel): string =>
  JSON.stringify(choice, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value
  )

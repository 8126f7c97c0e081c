import { InputError } from '../input-error.ts'
import { tell } from '../output/tell.ts'
import type { Streams } from '../streams.ts'
import { type InputDocument, placeOf, readDocuments } from './read-documents.ts'

/**
 * What is read of each document of files, in order. What can't be read is told, and the rest goes on.
 *
 * @param read is given what to tell of a document that is read all the same.
 * @param onBad is called where something can't be read.
 */
export async function* readEach<Reading>(
  files: readonly string[],
  { stdin, stderr }: Streams,
  read: (document: InputDocument, warn: (warning: string) => void) => Promise<Reading>,
  onBad: () => void
): AsyncGenerator<{ document: InputDocument; reading: Reading }> {
  const tellBad = (message: string) => {
    onBad()
    tell(stderr, message)
  }
  for await (const document of readDocuments(files, stdin)) {
    if ('error' in document) {
      tellBad(document.message)
      continue
    }
    let reading: Reading
    try {
      reading = await read(document, (warning) => tell(stderr, `${placeOf(document)}: ${warning}`))
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      tellBad(`${placeOf(document)}: ${error.message}`)
      continue
    }
    yield { document, reading }
  }
}

/** A file's name, with the id of the document where it is one of several. */
export const nameDocument = ({ file, id, line }: InputDocument): string =>
  line === null ? file : `${file}#${id}`

import type { Extraction } from '@saywho/core'
import { mapSpans } from '@saywho/core/rooms'
import type { VFile } from 'vfile'
import type { LinearText } from './linearise.ts'
import { findOrigin, type OriginPiece } from './origin.ts'

/** Fills `file.data.saywho`; where the text is not the file's own, with the text and each span's place in the file. */
export function fillData(file: VFile, { text, pieces }: LinearText, extraction: Extraction): void {
  if (text === String(file)) {
    file.data.saywho = extraction
    delete file.data.saywhoOrigins
    return
  }
  file.data.saywho = { ...placeSpans(extraction, pieces), text }
  file.data.saywhoOrigins = pieces
}

function placeSpans(extraction: Extraction, pieces: readonly OriginPiece[]): Extraction {
  return mapSpans(extraction, ({ start, end, text }) => {
    const origin = findOrigin(pieces, start, end)
    return { start, end, text, ...(origin.length > 0 ? { origin } : {}) }
  })
}

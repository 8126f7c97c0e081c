/** The plain text of each document of a CoNLL-U file, paragraphs kept. */
export function readConlluTexts(conllu: string): { id: string; text: string }[] {
  const documents: { id: string; text: string }[] = []
  let text = ''
  let lastOfMultiword = 0
  let multiwordIsSpaced = true
  const finish = () => {
    const document = documents.at(-1)
    if (document) document.text = text
    text = ''
  }
  for (const line of conllu.split('\n')) {
    if (line.startsWith('# newdoc')) {
      finish()
      documents.push({ id: line.slice(line.indexOf('=') + 1).trim(), text: '' })
    } else if (line.startsWith('# newpar')) {
      if (text) text = `${text.trimEnd()}\n\n`
    } else if (line.startsWith('# sent_id')) {
      if (text && !/\s$/.test(text)) text += ' '
      lastOfMultiword = 0
    } else if (/^\d+(?:-\d+)?\t/.test(line)) {
      const columns = line.split('\t')
      const isSpaced = !/SpaceAfter=No/.test(columns[9] ?? '')
      const [first, last] = columns[0]!.split('-').map(Number)
      if (last !== undefined) {
        lastOfMultiword = last
        multiwordIsSpaced = isSpaced
      } else {
        text += columns[1]
        const spaced = first! <= lastOfMultiword ? first === lastOfMultiword && multiwordIsSpaced : isSpaced
        if (spaced) text += ' '
      }
    }
  }
  finish()
  return documents
}

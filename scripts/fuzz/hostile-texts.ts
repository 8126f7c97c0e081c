const repeat = (piece: string) => (length: number) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const PROSE =
  '“We have no choice,” Ana Brandt said on Monday. The council, she added, had promised “to pay in full”. Residents were not told.\n\n'

/** Texts of any length, in UTF-16 code units, that a reader of news text would rather not meet. */
export const HOSTILE_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  prose: repeat(PROSE),
  'prose, one paragraph': repeat(PROSE.replace(/\n/g, ' ')),
  'prose, no sentence ends': repeat(
    'Ana Brandt said that the mayor said that the council had promised that '
  ),
  'quotation marks': repeat('"'),
  'quotation marks, spaced': repeat('" '),
  'opening marks': repeat('“'),
  'opening marks of two kinds': repeat('“ ‘ '),
  'two apostrophes': repeat("''"),
  'quoted words': repeat('“a” '),
  'cue verbs': repeat('said '),
  'cue verbs, capitals': repeat('SAID '),
  'according to': repeat('according to '),
  'capital letters': repeat('A'),
  'capitalised words': repeat('Ana '),
  names: repeat('Ana Brandt, Tomas Reyes and '),
  'one name, many sentences': repeat('Ana Brandt said no. '),
  pronouns: repeat('she said he said they said it. '),
  'opening brackets': repeat('('),
  'nested brackets': (length) => '('.repeat(length >> 1) + ')'.repeat(length >> 1),
  'full stops': repeat('.'),
  colons: repeat('A: b\n'),
  'turns without an end': repeat('NAME: yes\n\n'),
  dashes: repeat('— Ana\n\n'),
  'blank lines': repeat('\n'),
  'mixed line ends': repeat('Ana said no.\r\nBo said yes.\rCy left.\n\u2028Di, too.\u2029'),
  'no spaces': repeat('abcdefghijklmnopqrstuvwxyz'),
  'digits and commas': repeat('1,'),
  spaces: repeat(' '),
  NULs: repeat('\0'),
  'lone surrogates': repeat('\ud800 '),
  'halves the wrong way round': repeat('\udc00\ud800'),
  emoji: repeat('👩‍👩‍👧‍👦'),
  'combining marks': repeat('e\u0301\u0302\u0303'),
  'bidi controls': repeat('\u202e\u2066said\u2069\u202c'),
  Chinese: repeat('市长说桥梁将重建。'),
  Arabic: repeat('قال العمدة إن الجسر سيعاد بناؤه. '),
  Thai: repeat('นายกเทศมนตรีกล่าวว่า'),
  apostrophes: repeat("n't's'"),
  "names of Object's own": repeat(
    '“constructor,” __proto__ said. <p constructor __proto__="x">valueOf: toString\n\n'
  ),
  abbreviations: repeat('Mr. U.S. Inc. '),
  addresses: repeat('https://example.org/a?b=c&d=“e” '),
  tags: repeat('<b>“No,” said <i>Ana</i></b> '),
  'opening tags': repeat('<div>'),
  'script ends': repeat('</script><!--<script>“No,” Ana said.'),
  entities: repeat('&ldquo;No,&rdquo; said Ana &amp; Bo. ')
}

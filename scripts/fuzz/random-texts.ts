import fc from 'fast-check'

const PIECES = [
  ...`" “ ” '' ‘ ’ ' ( ) [ — , . : ; ? ! … - 3`.split(' '),
  ...'said He She they I who that added asked according promised denied claims and Mr. U.S. NAME: Q: A: constructor __proto__ toString'.split(
    ' '
  ),
  ...[
    'Ana Brandt',
    'Tomas Reyes',
    'the report',
    'the bridge was open',
    'she had not said',
    'as reported by',
    'according to'
  ],
  ...[
    'on condition of anonymity because',
    'the Harbour Trust (HT)',
    'spokesperson',
    'the company',
    'in a statement'
  ],
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\u2028',
    '\t',
    '\u00a0',
    '\0',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u200d',
    '🎉',
    'é',
    'e\u0301',
    'ﬁ',
    'ß',
    'İ'
  ],
  ...[
    '<b>',
    '</b>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&amp;',
    '&#x201c;',
    '<q>',
    '</q>',
    '<blockquote>',
    '{"',
    '"}',
    '__proto__',
    'constructor'
  ]
]

/** Texts made of what the rooms look for, in any order, so that odd nestings come up often; and any characters at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }), fc.constantFrom(' ', ''))
      .map(([pieces, joint]) => pieces.join(joint))
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 400 }) }
)

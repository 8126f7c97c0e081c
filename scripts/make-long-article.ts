const NAMES = [
  'Ana Brandt',
  'Ben Cole',
  'Tomas Reyes',
  'Ines Okafor',
  'Lena Falk',
  'Omar Haddad',
  'Ruth Vance'
]
const PLACES = ['bridge', 'harbour', 'school', 'station', 'market', 'library', 'museum', 'clinic', 'stadium']
const FRAMES = [
  (name: string, place: string) => `“The ${place} will stay open all winter,” ${name} said on Monday.`,
  (name: string, place: string) =>
    `${name} added that repairs of the ${place} would “take a year at best,” and that the council had promised to pay.`,
  (_: string, place: string) =>
    `Work on the ${place} began in spring, and the street beside it was closed for weeks.`,
  (name: string, place: string) =>
    `According to ${name}, the ${place} needs a new roof before the first snow falls.`
]

/** An article of so many words or a few more, made of plain sentences with attributions of all types: the same every time. */
export function makeLongArticle(words: number): string {
  let text = ''
  let count = 0
  for (let number = 0; count < words; number++) {
    const name = NAMES[(number * 3) % NAMES.length]!
    const place = PLACES[(number * 5) % PLACES.length]!
    const sentence = FRAMES[number % FRAMES.length]!(name, place)
    count += sentence.split(' ').length
    text += sentence + (number % 5 === 4 ? '\n\n' : ' ')
  }
  return text.trimEnd()
}

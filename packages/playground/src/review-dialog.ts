import {
  type Finding,
  RATING_SCALES,
  type RatingScaleId,
  ReviewError,
  toClaimReview,
  validateClaimReview
} from '@saywho/claimreview'
import type { Extraction } from '@saywho/core'
import { find, make, part } from './elements.ts'
import {
  drawFieldGroup,
  type FieldGroup,
  focusFirst,
  namesOf,
  readValues,
  showBeside
} from './review/field-group.ts'
import words from './review/fields.json' with { type: 'json' }
import { type Checkable, listCheckable } from './review/list-checkable.ts'
import { labelsOf, OWN_WORDS, readPageFields, readReviewFields } from './review/read-form.ts'
import { type Sorted, sortFindings, sortProblems } from './review/sort-problems.ts'
import { copy, save, toJson } from './take-away.ts'

/** What the form as it stands becomes. */
type Outcome =
  | { markup: object; findings: Finding[]; problems: readonly [] }
  | { markup: null; findings: readonly []; problems: readonly string[] }

/** How much of a statement a list shows. */
const LONGEST_CHOICE = 90

/** Makes the dialog in which a person reviews a claim. Returns what opens it, on the claim of an id if that can be reviewed. */
export function createReviewDialog(
  page: FieldGroup
): (extraction: Extraction, claimId: string | null) => void {
  const dialog = find('review', HTMLDialogElement)
  const groups = [
    drawFieldGroup('The claim', words.claim),
    drawFieldGroup('Your verdict', words.verdict),
    drawFieldGroup('You and your review', words.reviewer)
  ]
  part(dialog, '[data-fields]').append(...groups.map(({ element }) => element))
  const fields = [...groups.flatMap((group) => group.fields), ...page.fields]
  const names = namesOf(fields)
  const fieldOf = (name: string) => fields.find((field) => field.name === name)!
  const choiceOf = (name: string) => fieldOf(name).input as HTMLSelectElement
  const [verdict, markup, findings, said] = ['verdict', 'markup', 'findings', 'said'].map((name) =>
    part(dialog, `[data-${name}]`)
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement]

  choiceOf('scale').append(
    ...Object.entries(RATING_SCALES).map(([id, { name }]) => new Option(name, id)),
    new Option('Words of our own', OWN_WORDS, true, true)
  )
  choiceOf('author.type').append(
    new Option('an organisation', 'Organization'),
    new Option('a person', 'Person')
  )

  const touched = new Set<string>()
  let isAsked = false
  let extraction: Extraction | null = null
  let checkable: Checkable[] = []

  const produce = (): Outcome => {
    const values = readValues(fields)
    const claim = checkable.find(({ id }) => id === values.claimId)
    try {
      const made = toClaimReview(extraction!, readReviewFields(values, claim), readPageFields(values))
      return {
        markup: made.markup,
        findings: joinFindings(made.warnings, validateClaimReview(made.markup)),
        problems: []
      }
    } catch (error) {
      if (!(error instanceof ReviewError)) throw error
      return { markup: null, findings: [], problems: error.problems }
    }
  }
  /** Verdicts of a scale are chosen, those of one's own written: problems go beside what is there. */
  const placeVerdict = (sorted: Sorted): Sorted => {
    if (choiceOf('scale').value === OWN_WORDS) return sorted
    const byField = new Map(sorted.byField)
    const label = byField.get('rating.alternateName')
    byField.delete('rating.alternateName')
    if (label) byField.set('rating.label', label)
    return { ...sorted, byField }
  }
  const sort = ({ problems }: Outcome) => placeVerdict(sortProblems(problems, names))
  const show = (): Outcome => {
    const outcome = produce()
    const advice = placeVerdict(sortFindings(outcome.findings, names))
    const problems = sort(outcome)
    showBeside(fields, problems, ({ name }) => isAsked || touched.has(name), advice)
    markup.textContent = outcome.markup === null ? '' : toJson(outcome.markup)
    markup.hidden = outcome.markup === null
    verdict.textContent = describe(outcome, problems.byField.size + problems.rest.length)
    findings.replaceChildren(
      ...[...problems.rest, ...advice.rest].map((sentence) => make('li', {}, sentence))
    )
    return outcome
  }
  const showVerdictFields = () => {
    const { value } = choiceOf('scale')
    const isOwn = value === OWN_WORDS
    for (const { name, element } of fields)
      if (name.startsWith('rating.')) element.hidden = isOwn === (name === 'rating.label')
    const labels = isOwn ? [] : labelsOf(value as RatingScaleId)
    choiceOf('rating.label').replaceChildren(
      new Option('Choose …', ''),
      ...labels.map((label) => new Option(label))
    )
  }
  /** The markup as text; null where something is missing, to which the reader is led then. */
  const write = (): string | null => {
    isAsked = true
    const outcome = show()
    if (outcome.markup !== null) return toJson(outcome.markup)
    focusFirst(fields, sort(outcome))
    return null
  }

  choiceOf('scale').addEventListener('change', showVerdictFields)
  dialog.addEventListener('input', () => {
    said.textContent = ''
    show()
  })
  dialog.addEventListener('change', ({ target }) => {
    const field = fields.find(({ input }) => input === target)
    if (field) touched.add(field.name)
    show()
  })
  part(dialog, '[data-take=copy]').addEventListener('click', async () => {
    const text = write()
    if (text !== null && (await copy(text)) === 'copied') said.textContent = 'Copied.'
  })
  part(dialog, '[data-take=save]').addEventListener('click', () => {
    const text = write()
    if (text === null) return
    save('claim-review.json', text, 'application/ld+json')
    said.textContent = 'Saved.'
  })
  showVerdictFields()

  return (its, claimId) => {
    extraction = its
    checkable = listCheckable(its)
    const choice = choiceOf('claimId')
    const before = claimId ?? choice.value
    choice.replaceChildren(
      new Option(checkable.length > 0 ? 'Choose …' : 'This text has no statement that can be checked', ''),
      ...checkable.map(({ id, text, by }) => new Option(`${by}: ${shorten(text)}`, id))
    )
    choice.value = checkable.some(({ id }) => id === before) ? before : ''
    isAsked = false
    touched.clear()
    said.textContent = ''
    part(dialog, '[data-page-facts]').append(page.element)
    show()
    dialog.showModal()
    choice.focus()
  }
}

/** What two checks found, what both found once. */
function joinFindings(...lists: readonly Finding[][]): Finding[] {
  const byKey = new Map(lists.flat().map((its) => [`${its.ruleId} ${its.pointer}`, its]))
  return [...byKey.values()]
}

function describe({ markup, findings }: Outcome, problems: number): string {
  if (markup === null)
    return `Not yet: ${problems === 1 ? 'one thing is' : `${problems} things are`} missing or wrong.`
  const errors = findings.filter(({ severity }) => severity === 'error').length
  if (errors > 0) return `${errors === 1 ? 'One thing is' : `${errors} things are`} against the guidelines.`
  return findings.length === 0
    ? 'Complete.'
    : 'It will do. What could be better stands beside the fields and here:'
}

const shorten = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length <= LONGEST_CHOICE ? flat : `${flat.slice(0, LONGEST_CHOICE).trimEnd()} …`
}

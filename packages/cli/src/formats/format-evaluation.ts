import {
  type Evaluation,
  type Figure,
  type Interval,
  SPEAKER_NAMES,
  TALLY_NAMES,
  type TallyName
} from '@saywho/training'
import { alignColumns } from './align-columns.ts'
import { makeStyle } from './make-style.ts'
import { plural } from './plural.ts'

/** An evaluation as tables for people; figures are percent. */
export function formatEvaluation(evaluation: Evaluation, colour: boolean): string {
  const style = makeStyle(colour)
  const sections = [
    tableFigures(evaluation),
    tableSpeakers(evaluation),
    ...tableActs(evaluation),
    ...tableDenials(evaluation),
    ...tableCalibration(evaluation)
  ].map(([head, ...rows]) =>
    [
      style('dim', head!),
      ...rows.map((row) => (row.startsWith('relation@0.5') ? style('bold', row) : row))
    ].join('\n')
  )
  return `${[summarise(evaluation), ...sections].join('\n\n')}\n`
}

function summarise({ documents, figures, documentsWithoutPrediction: without }: Evaluation): string {
  const { gold, predicted } = figures.exact
  const summary = `${plural(documents.length, 'document')}, ${plural(gold, 'attribution')} annotated, ${group(predicted)} found`
  if (without === 0) return summary
  return `${summary}\n${plural(without, 'document')} ${without === 1 ? 'has' : 'have'} no prediction: all that is annotated there counts as missed`
}

function tableFigures({ figures, intervals }: Evaluation): string[] {
  const head = ['', 'precision', 'recall', 'F1', ...(intervals ? ['95 % of F1'] : []), 'annotated', 'found']
  const row = (name: TallyName) => {
    const [mode, type] = name.split(' ')
    const label = type === undefined ? mode! : `  ${type}`
    return [label, ...figureCells(figures[name], intervals ? [formatInterval(intervals.figures[name])] : [])]
  }
  return alignColumns([head, ...TALLY_NAMES.map(row)])
}

function tableSpeakers({ documents, speaker, named, intervals }: Evaluation): string[] {
  const known = documents.reduce((sum, document) => sum + document.named.of, 0)
  return alignColumns([
    ['speaker, where the content was found', 'right', ...(intervals ? ['95 %'] : []), 'of'],
    ...SPEAKER_NAMES.map((name) => {
      const of = documents.reduce((sum, document) => sum + document.speaker[name].of, 0)
      const interval = intervals?.speaker[name]
      return [
        name === 'all' ? name : `  ${name}`,
        speaker[name] === null ? '–' : tenths(speaker[name]),
        ...(intervals ? [interval ? formatInterval(interval) : '–'] : []),
        group(of)
      ]
    }),
    ...(named === null
      ? []
      : [
          [
            'who is meant',
            tenths(named),
            ...(intervals ? [intervals.named ? formatInterval(intervals.named) : '–'] : []),
            group(known)
          ]
        ])
  ])
}

function tableActs({ acts, intervals }: Evaluation): string[][] {
  if (acts === null) return []
  const interval = intervals?.acts ? ` (95 %: ${formatInterval(intervals.acts)})` : ''
  const [head, ...rows] = alignColumns([
    ['act, where relation@0.5 holds', 'precision', 'recall', 'F1', 'annotated', 'found'],
    ...Object.entries(acts.byAct).map(([act, figure]) => [`  ${act}`, ...figureCells(figure)])
  ])
  return [
    [
      head!,
      ...rows,
      `right: ${tenths(acts.accuracy)}${interval} of ${group(acts.of)}; mean F1 ${tenths(acts.macroF1)}`
    ]
  ]
}

function tableDenials({ negatives }: Evaluation): string[][] {
  if (negatives === null) return []
  return [
    [
      ...alignColumns([
        ['denied, where relation@0.5 holds', 'precision', 'recall', 'F1', 'annotated', 'found'],
        ['  negative', ...figureCells(negatives.figure)]
      ]),
      `right: ${tenths(negatives.accuracy)} of ${group(negatives.of)}`
    ]
  ]
}

function tableCalibration({ calibration }: Evaluation): string[][] {
  if (calibration === null) return []
  const percent = (share: number) => tenths(100 * share)
  return [
    [
      ...alignColumns([
        ['confidence, as the chance of relation@0.8', 'mean', 'right', 'found'],
        ...calibration.bins.map(({ from, to, count, confidence, right }) => [
          `  ${(100 * from).toFixed(0)}–${(100 * to).toFixed(0)}`,
          percent(confidence),
          percent(right),
          group(count)
        ])
      ]),
      `expected calibration error: ${calibration.error.toFixed(3)}`
    ]
  ]
}

/** A figure of nothing in nothing tells nothing. */
function figureCells(
  { precision, recall, f1, gold, predicted }: Figure,
  interval: readonly string[] = []
): string[] {
  const isEmpty = gold === 0 && predicted === 0
  const cells = [...[precision, recall, f1].map(tenths), ...interval]
  return [...(isEmpty ? cells.map(() => '–') : cells), group(gold), group(predicted)]
}

const tenths = (percent: number): string => percent.toFixed(1)
const group = (number: number): string => number.toLocaleString('en')
const formatInterval = ([low, high]: Interval): string => `${tenths(low)}–${tenths(high)}`

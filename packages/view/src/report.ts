export type { ReportData } from './report/draw-page.ts'
export { toReport } from './report/to-report.ts'
export { type ReportEntry, toReportIndex } from './report/to-report-index.ts'

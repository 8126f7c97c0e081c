import { readFile, writeFile } from 'node:fs/promises'
import { parseReview, ReviewError, toClaimReview } from '@saywho/claimreview'
import type { Extraction, Page } from '@saywho/core'
import type { Command } from 'commander'
import { formatFinding } from '../formats/format-finding.ts'
import { InputError } from '../input-error.ts'
import type { Streams } from '../streams.ts'

interface MakeFlags {
  extraction: string
  review: string
  url: string
  headline?: string
  publisher?: string
  date?: string
  output?: string
}

/** Adds `saywho claimreview`. */
export function addClaimReview(program: Command, streams: Streams): void {
  program
    .command('claimreview')
    .summary("turn a claim and a person's review into ClaimReview markup")
    .command('make')
    .description(
      "Writes ClaimReview markup for one claim and a person's review of it. The verdict is always a person's: nothing is made up."
    )
    .requiredOption('--extraction <file>', 'what `saywho extract --format json` wrote')
    .requiredOption('--review <file>', 'the review as JSON: claimId, claimText, rating, author, url')
    .requiredOption('--url <url>', 'address of the page that the claim appears on')
    .option('--headline <text>', 'its headline')
    .option('--publisher <name>', 'its publisher')
    .option('--date <date>', 'when it was published, as 2026-01-31')
    .option('--output <path>', 'write to a file instead of standard output')
    .addHelpText(
      'after',
      `
Example:
  saywho extract --format json --output article.json article.txt
  saywho claimreview make --extraction article.json --review review.json --url https://example.org/article`
    )
    .action(async (flags: MakeFlags) => {
      const extraction = readExtraction(await readJson(flags.extraction), flags.extraction)
      const page: Page = {
        url: flags.url,
        ...(flags.headline === undefined ? {} : { headline: flags.headline }),
        ...(flags.publisher === undefined ? {} : { publisher: flags.publisher }),
        ...(flags.date === undefined ? {} : { datePublished: flags.date })
      }
      try {
        const review = parseReview(await readJson(flags.review))
        const { markup, warnings } = toClaimReview(extraction, review, page)
        for (const warning of warnings)
          streams.stderr.write(`saywho: ${flags.review}: ${formatFinding(warning)}\n`)
        const json = `${JSON.stringify(markup, null, 2)}\n`
        if (flags.output === undefined) streams.stdout.write(json)
        else await writeFile(flags.output, json)
      } catch (error) {
        if (!(error instanceof ReviewError)) throw error
        throw new InputError(error.problems.map((problem) => `${flags.review}: ${problem}`).join('\n'))
      }
    })
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') throw new InputError(`${file}: there is no such file`)
    if (error instanceof SyntaxError) throw new InputError(`${file}: is not JSON: ${error.message}`)
    throw error
  }
}

function readExtraction(value: unknown, file: string): Extraction {
  const extraction = value as Partial<Extraction> | null
  if (
    extraction?.version !== 1 ||
    !Array.isArray(extraction.attributions) ||
    !Array.isArray(extraction.sources)
  )
    throw new InputError(`${file}: is not what \`saywho extract --format json\` writes for one text`)
  return extraction as Extraction
}

import { Command, CommanderError } from 'commander'
import manifest from '../package.json' with { type: 'json' }
import { addClaimReview } from './commands/claimreview.ts'
import { addEvaluate } from './commands/evaluate.ts'
import { addExtract } from './commands/extract.ts'
import { addLint } from './commands/lint.ts'
import { addReport } from './commands/report.ts'
import { addServe } from './commands/serve.ts'
import { addTrain } from './commands/train.ts'
import { InputError } from './input-error.ts'
import { tell } from './output/tell.ts'
import type { Streams } from './streams.ts'

/**
 * Runs the command `saywho`.
 *
 * @param argv the arguments after the command's name.
 * @returns the exit status: 0 done, 1 the input was bad or something was found, 2 wrong usage.
 */
export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  let status = 0
  const program = new Command('saywho')
    .description('Reads news text and says who said what.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
      outputError: (text) => tell(streams.stderr, text.replace(/^error: /, '').trimEnd()),
      getOutHelpWidth: () => streams.columns,
      getErrHelpWidth: () => streams.columns
    })
  const setStatus = (its: number) => {
    status = its
  }
  addExtract(program, streams, setStatus)
  addReport(program, streams, setStatus)
  addLint(program, streams, setStatus)
  addClaimReview(program, streams, setStatus)
  addEvaluate(program, streams)
  addTrain(program, streams)
  addServe(program, streams, setStatus)
  nameHelp(program, program.name())
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof InputError)) throw error
    tell(streams.stderr, error.message)
    return 1
  }
}

/** After an error each command names its own help. */
function nameHelp(command: Command, name: string): void {
  command.showHelpAfterError(`(${name} --help tells more)`)
  for (const its of command.commands) nameHelp(its, `${name} ${its.name()}`)
}

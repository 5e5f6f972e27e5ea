import { addressOf } from '#ui/addresses.ts'
import type { FailureLetter } from '../../actions/tell-of-failure.ts'
import type { Report } from '../../core/run.ts'
import { runTextsIn, type RunTexts } from './run-texts.ts'

/** The letter about a failed import, in the network's language. */
export function failureLetter(origin: string): FailureLetter {
  return (run, report) => {
    const texts = runTextsIn('sv')
    const link = `${origin}${addressOf('importRun', 'sv', { run })}`
    return {
      subject: texts.letter.subject(report.title),
      body: texts.letter.body(report.title, whyIn(report, texts), link),
    }
  }
}

function whyIn({ failure }: Report, texts: RunTexts): string {
  return failure ? texts.failures[failure.kind] : texts.letter.unreadable
}

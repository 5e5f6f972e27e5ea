import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterOfPromises } from '../actions/remind-of-promises.ts'
import { textsIn } from './texts.ts'

const locale = 'sv'

/** The letter that reminds of promises: those that are about to be due, and those that were. */
export function letterOfPromises(origin: string) {
  const { letter: texts } = textsIn(locale)
  return ({ name, promises }: LetterOfPromises): { readonly subject: string; readonly body: string } => {
    const before = promises.filter(({ occasion }) => occasion === 'before')
    const after = promises.filter(({ occasion }) => occasion === 'after')
    const parts = [
      texts.hello(name),
      ...(before.length > 0 ? [[texts.before, ...before.map(lineOf)].join('\n')] : []),
      ...(after.length > 0
        ? [[after.length === 1 ? texts.after : texts.afterMany, ...after.map(lineOf)].join('\n')]
        : []),
      `${origin}${addressOf('promises', locale)}`,
    ]
    return { subject: texts.subject(promises.length), body: `${parts.join('\n\n')}\n` }
  }
}

function lineOf({ promise: { text, company, dueOn } }: LetterOfPromises['promises'][number]): string {
  return textsIn(locale).letter.line(text, company.name, formatDay(dueOn, locale))
}

import { dayOf, formatDay } from '#platform/values/dates.ts'
import { isolated } from '#platform/values/isolated.ts'
import { addressOf } from '#ui/addresses.ts'
import type { LetterFacts, Written } from '../actions/letters.ts'
import { ownTextsIn } from './texts.ts'
import { whenInWords } from './words.ts'

/** How letters to those who are invited are written, each with their own link. */
export function lettersOfEvents(origin: string): (facts: LetterFacts) => Written {
  return (facts) => {
    const { occasion, event, name, locale } = facts
    const { letter: texts } = ownTextsIn(locale)
    return {
      subject: texts.subjects[occasion](event.title),
      body: `${[texts.hello(isolated(name)), ...partsOf(facts, origin)].join('\n\n')}\n`,
    }
  }
}

function partsOf(facts: LetterFacts, origin: string): readonly string[] {
  const { occasion, event, locale, key, insteadOf = '', until } = facts
  const { letter: texts } = ownTextsIn(locale)
  const when = texts.when(whenInWords(event, locale), event.place)
  const page = `${origin}${addressOf('ownSeat', locale, { key })}`
  const toPage = [`${texts.here}\n${page}`, texts.record]
  switch (occasion) {
    case 'cancelled':
      return [texts.cancelled(event.title, formatDay(event.onDay, locale)), event.cancelledBecause ?? '']
    case 'moved':
      return [texts.moved(event.title), ...movedParts(facts, when), ...toPage, calendarPart(facts, origin)]
    case 'withdrawn':
      return [texts.withdrawn(event.title)]
    case 'lapsed':
      return [texts.lapsed(event.title), ...toPage]
    case 'seat':
      return [texts.seat(event.title, until ? formatDay(dayOf(until), locale) : ''), when, ...toPage]
    case 'delegate':
      return [texts.delegate(isolated(insteadOf), event.title), texts.theme(event.theme), when, ...toPage]
    case 'invitation':
    case 'again':
    case 'reminder-early':
    case 'reminder-late':
      return invitation(facts, when, page)
  }
}

/** When and where it was to be and is to be, and what that means for whoever reads it. */
function movedParts({ event, moved, locale }: LetterFacts, when: string): readonly string[] {
  const { letter: texts } = ownTextsIn(locale)
  if (!moved) return [when]
  const { yes, waiting, invited } = texts.movedFor
  const meaning = { yes, waiting }[moved.state as 'yes'] ?? invited(formatDay(event.answerBy, locale))
  return [`${when}\n${texts.before(whenInWords(moved.from, locale), moved.from.place)}`, meaning]
}

function calendarPart({ locale, key }: LetterFacts, origin: string): string {
  return `${ownTextsIn(locale).letter.calendar}\n${origin}${addressOf('ownCalendar', locale, { key })}`
}

function invitation(
  { occasion, event, locale, criterion }: LetterFacts,
  when: string,
  page: string,
): readonly string[] {
  const { letter: texts } = ownTextsIn(locale)
  return [
    occasion === 'invitation' ? texts.invited(event.title) : texts.silent(event.title),
    texts.theme(event.theme),
    when,
    ...(event.welcome === '' ? [] : [event.welcome]),
    ...(criterion === '' ? [] : [texts.because(criterion)]),
    `${texts.answerBy(formatDay(event.answerBy, locale))}\n${page}`,
    texts.record,
  ]
}

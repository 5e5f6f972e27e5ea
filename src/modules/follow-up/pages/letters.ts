import { dueListInWords, standingWords } from '#modules/programme'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import type { WriteSentBack } from '../actions/settle-answer.ts'
import type { LetterOfRound, LetterOfSilence, TellParts } from '../actions/tell-officers.ts'
import { textsIn } from './texts.ts'

/** Letters are written in the language that the network works in. */
const locale = 'sv'
const texts = textsIn(locale).letters
/** A letter is read on a phone: the most urgent stand in it, the rest on the page. */
const mostLines = 8

/** What the officers and the coordinator are told of a round. */
export function lettersOfRounds(origin: string): TellParts['write'] {
  return {
    toOfficer: (letter) => ({
      subject: texts.subject[letter.occasion](
        inLocale(letter.round.name, locale),
        formatDay(letter.round.closesOn, locale),
      ),
      body: bodyOf([
        texts.hello(letter.name),
        openingOf(letter),
        ...letter.columns.map((column) => columnText(column, letter, origin)),
      ]),
    }),
    toCoordinator: ({ round, name, silent }: LetterOfSilence) => ({
      subject: texts.silenceSubject(inLocale(round.name, locale)),
      body: bodyOf([
        texts.hello(name),
        [
          texts.silence(inLocale(round.name, locale), formatDay(round.closesOn, locale)),
          ...silent.map((municipality) => `– ${municipality}`),
        ].join('\n'),
        `${texts.silenceHere}\n${origin}${addressOf('followUp', locale, { round: round.id })}`,
      ]),
    }),
  }
}

/** What the officers are told when the leader sends an answer back. */
export function letterSentBack(origin: string, municipality: string): WriteSentBack {
  return (round, note) => {
    const name = inLocale(round.name, locale)
    const address = addressOf('followUpAnswer', locale, { round: round.id, municipality })
    return {
      subject: texts.sentBackSubject(name),
      body: bodyOf([texts.sentBack(name), note, `${origin}${address}`]),
    }
  }
}

function openingOf({ round, occasion }: LetterOfRound): string {
  const say = occasion === 'day-after' ? texts.late : texts.asked
  return say(inLocale(round.name, locale), formatDay(round.closesOn, locale))
}

function columnText(
  { municipalities, entries }: LetterOfRound['columns'][number],
  { round, now, vocabulary }: LetterOfRound,
  origin: string,
): string {
  const [municipality] = municipalities
  if (!municipality) return ''
  const words = standingWords(vocabulary, locale)
  const due = dueListInWords(entries, { locale, today: dayOf(now), isMember: true, words })
  const address = addressOf('followUpAnswer', locale, { round: round.id, municipality: municipality.slug })
  return [
    due.length === 0 ? texts.nothingDue(municipality.name) : texts.due(municipality.name),
    ...due.slice(0, mostLines).map((line) => `– ${line}`),
    ...(due.length > mostLines ? [texts.more(due.length - mostLines)] : []),
    '',
    texts.answerHere(municipality.name),
    `${origin}${address}`,
  ].join('\n')
}

function bodyOf(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

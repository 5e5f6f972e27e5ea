import type { VNode } from 'preact'
import { inTransaction, municipalitiesAs, type Visit } from '#modules/accounts'
import { municipalitiesOf, type Municipality } from '#modules/region'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Section } from '#ui/heading.tsx'
import { isAwaited, stateOf, type Answer } from '../core/answer.ts'
import { mayRunRounds } from '../core/policy.ts'
import type { Round } from '../core/round.ts'
import { answersOf, roundsOf } from '../store.ts'
import { textsIn } from './texts.ts'

interface OpenRound {
  readonly round: Round
  readonly answers: ReadonlyMap<string, Answer>
}

interface ToDo {
  readonly text: string
  readonly href: string
}

/** What the rounds want of somebody, for where they start their day; null where that is nothing. */
export async function followUpsToDo(visit: Visit): Promise<VNode | null> {
  const { actor, locale } = visit
  if (!actor) return null
  const { municipalities, open } = await inTransaction(visit, async (tx) => {
    const rounds = (await roundsOf(tx)).filter(({ frozenAt }) => frozenAt === null)
    const withAnswers: OpenRound[] = []
    for (const round of rounds) withAnswers.push({ round, answers: await answersOf(tx, round.id) })
    return { municipalities: await municipalitiesOf(tx), open: withAnswers }
  })
  const toDo = open.flatMap((one) => [
    ...toAnswer(one, municipalities, visit),
    ...toSettle(one, municipalities, visit),
    ...toRun(one, municipalities, visit),
  ])
  const mayRun = mayRunRounds(actor)
  if (toDo.length === 0 && !mayRun) return null
  const texts = textsIn(locale).toDo
  return (
    <Section id="uppfoljning" title={texts.title}>
      <ul class="plain-list">
        {toDo.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>
              <strong>{text}</strong>
            </a>
          </li>
        ))}
        {mayRun && (
          <li>
            <a href={addressOf('openFollowUp', locale)}>{texts.begin}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}

type Work = (open: OpenRound, municipalities: readonly Municipality[], visit: Visit) => readonly ToDo[]

const toAnswer: Work = ({ round, answers }, municipalities, { actor, locale, now }) => {
  const texts = textsIn(locale).toDo
  const say = round.closesOn < dayOf(now) ? texts.late : texts.answer
  return own(municipalities, municipalitiesAs(actor, 'officer'))
    .filter(({ code }) => isAwaited(answers.get(code)))
    .map(({ name, slug }) => ({
      text: say(inLocale(round.name, locale), name, formatDay(round.closesOn, locale)),
      href: addressOf('followUpAnswer', locale, { round: round.id, municipality: slug }),
    }))
}

const toSettle: Work = ({ round, answers }, municipalities, { actor, locale }) =>
  own(municipalities, municipalitiesAs(actor, 'leader'))
    .filter(({ code }) => stateOf(answers.get(code)) === 'answered')
    .map(({ name, slug }) => ({
      text: textsIn(locale).toDo.settle(inLocale(round.name, locale), name),
      href: addressOf('followUpAnswer', locale, { round: round.id, municipality: slug }),
    }))

const toRun: Work = ({ round, answers }, municipalities, { actor, locale }) => {
  if (!mayRunRounds(actor)) return []
  const answered = municipalities.filter(({ code }) => !isAwaited(answers.get(code))).length
  return [
    {
      text: textsIn(locale).toDo.run(inLocale(round.name, locale), answered, municipalities.length),
      href: addressOf('followUp', locale, { round: round.id }),
    },
  ]
}

function own(municipalities: readonly Municipality[], codes: readonly string[]): readonly Municipality[] {
  return municipalities.filter(({ code }) => codes.includes(code))
}

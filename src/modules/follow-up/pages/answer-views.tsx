import type { Context as Request } from 'hono'
import { colleaguesIn, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { cellGrid, frameworkOf, readerIn, vocabularyOf } from '#modules/programme'
import { municipalitiesOf } from '#modules/region'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { maySettle } from '../core/policy.ts'
import { sheetOf, type Sheet } from '../core/sheet.ts'
import { answersOf, draftOf, roundWith } from '../store.ts'
import { AnswerPage, type AnswerPageProps } from './answer-page.tsx'
import { SheetPage, type SheetPageProps } from './sheet-page.tsx'
import { textsIn } from './texts.ts'
import { TooLatePage } from './too-late-page.tsx'

export type Asking = Request<VisitEnv, string>

/** All that is known of a municipality's part of a round; null where there is no such round or municipality. */
export async function foundIn(c: Asking) {
  const visit = c.get('visit')
  const round = c.req.param('round') ?? ''
  const slug = c.req.param('municipality') ?? ''
  return inTransaction(visit, async (tx) => {
    const known = await roundWith(tx, round)
    const municipality = (await municipalitiesOf(tx)).find((one) => one.slug === slug)
    if (!known || !municipality) return null
    const { code, name } = municipality
    return {
      round: known,
      municipality: { code, name, slug },
      column: await cellGrid(tx, { municipality: code }),
      withdrawn: (await frameworkOf(tx)).interventions.filter(({ retiredAt }) => retiredAt !== null),
      colleagues: await colleaguesIn(tx, code),
      answer: (await answersOf(tx, round)).get(code),
      reader: await readerIn(tx, visit),
      vocabulary: await vocabularyOf(tx),
      draft: await draftOf(tx, { networkId: visit.networkId, round, municipality: code }),
    }
  })
}
export type Found = NonNullable<Awaited<ReturnType<typeof foundIn>>>

/** The sheet before anybody has typed. */
export function blankSheet({ column, round, answer }: Found): Sheet {
  return sheetOf(column, answer?.answers ?? round.questions.map(() => ''))
}

export function addressIn({ round, municipality }: Found, { locale }: Visit): string {
  return addressOf('followUpAnswer', locale, { round: round.id, municipality: municipality.slug })
}

/** To the round's own page, which says what has become of it. */
export function toRound(c: Asking, { round }: Found): Response {
  return c.redirect(addressOf('followUp', c.get('visit').locale, { round: round.id }), 303)
}

export type SheetFilled = Pick<SheetPageProps, 'typed'> &
  Partial<Pick<SheetPageProps, 'errors' | 'changed' | 'pasted' | 'say'>>

export function sheetPage(
  visit: Visit,
  found: Found,
  filled: SheetFilled,
  status: 200 | 409 | 422,
): Response {
  const { title } = textsIn(visit.locale).sheet
  return visit.page(
    {
      title: `${title(found.municipality.name)} – ${inLocale(found.round.name, visit.locale)}`,
      noindex: true,
    },
    <SheetPage {...found} errors={{}} changed={[]} pasted={null} say={null} {...filled} />,
    status,
  )
}

type AnswerFilled = Pick<AnswerPageProps, 'typed' | 'errors' | 'isSettled'>

export function answerPage(
  visit: Visit,
  found: Found,
  filled: AnswerFilled,
  status: 200 | 409 | 422,
): Response {
  const { read } = textsIn(visit.locale).sheet
  return visit.page(
    {
      title: `${read(found.municipality.name)} – ${inLocale(found.round.name, visit.locale)}`,
      noindex: true,
    },
    <AnswerPage {...found} {...filled} maySettle={maySettle(visit.actor, found.municipality.code)} />,
    status,
  )
}

export function tooLatePage(visit: Visit, found: Found, typed: Sheet): Response {
  const { title } = textsIn(visit.locale).sheet
  return visit.page(
    { title: title(found.municipality.name), noindex: true },
    <TooLatePage {...found} typed={typed} />,
    409,
  )
}

import { Hono } from 'hono'
import { asKeyHolder, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { eventWith, participantHere } from '#modules/roundtable'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { errorsInWords, ErrorSummary } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { commitmentsIn } from '../commitment-store.ts'
import { standingOf, type Commitment } from '../core/commitment.ts'
import { answeredBy, type Answered } from './answering.ts'
import { PromiserForms, ReceiverForm, type Answering } from './promise-forms.tsx'
import { errorText, textsIn } from './texts.ts'
import {
  organisationsOf,
  promiserInWords,
  receiverInWords,
  toneOf,
  type Asking,
  type Organisations,
} from './words.ts'

type Refused = Extract<Answered, { readonly nobodys: false }>

/** What a participant has promised and was promised, at their private address. */
export function ownRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('ownCommitments'), async (c) => ownPage(c, null))
  routes.on('POST', bothAddresses('ownCommitments'), async (c) => {
    const key = c.req.param('key') ?? ''
    const visit = asKeyHolder(c.get('visit'), key)
    const answered = await answeredBy(c, visit)
    if (answered.ok)
      return c.redirect(`${addressOf('ownCommitments', visit.locale, { key })}?${savedMark}`, 303)
    return answered.nobodys ? c.notFound() : ownPage(c, answered)
  })
  return routes
}

async function ownPage(c: Asking, refused: Refused | null): Promise<Response> {
  const key = c.req.param('key') ?? ''
  const visit = asKeyHolder(c.get('visit'), key)
  const found = await inTransaction(visit, async (tx) => {
    const here = await participantHere(tx)
    const event = here && (await eventWith(tx, here.event))
    if (!here || !event) return null
    const commitments = await commitmentsIn(tx, { participant: here.participant.id })
    return { me: here.participant, event, commitments, organisations: await organisationsOf(tx, commitments) }
  })
  if (!found) return c.notFound()
  const { locale } = visit
  const { own: texts } = textsIn(locale)
  const { me, event, commitments } = found
  return visit.page(
    { title: texts.title, noindex: true },
    <Page width="narrow">
      {refused && <Wrong refused={refused} locale={locale} />}
      {c.req.query(savedMark) !== undefined && (
        <Notice tone="success" live>
          <p>{texts.saved}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={
          <a href={addressOf('ownSeat', locale, { key })} lang="sv">
            {event.title}
          </a>
        }
        title={texts.title}
        lead={texts.lead}
        actions={
          <a href={addressOf('whatCameOfIt', locale, { event: event.id })}>{textsIn(locale).came.title}</a>
        }
      />
      <Section id="lovat" title={texts.mine}>
        <Promises
          visit={visit}
          letterKey={key}
          side="promiser"
          commitments={commitments.filter(({ promiserId }) => promiserId === me.id)}
          organisations={found.organisations}
          refused={refused}
        />
      </Section>
      <Section id="lovat-er" title={texts.toMe}>
        <Promises
          visit={visit}
          letterKey={key}
          side="receiver"
          commitments={commitments.filter(({ receiverId }) => receiverId === me.id)}
          organisations={found.organisations}
          refused={refused}
        />
      </Section>
    </Page>,
    refused ? 422 : 200,
  )
}

function Wrong({ refused, locale }: { readonly refused: Refused; readonly locale: Locale }) {
  const errors = errorsInWords(refused.errors, (name) => errorText(locale, name))
  return (
    <ErrorSummary
      title={textsIn(locale).own.errorTitle}
      errors={errors.map(({ field, message }) => ({ field: `${field}-${refused.id}`, message }))}
    />
  )
}

function Promises({
  visit: { locale, now },
  letterKey,
  side,
  commitments,
  organisations,
  refused,
}: {
  readonly visit: Visit
  readonly letterKey: string
  readonly side: 'promiser' | 'receiver'
  readonly commitments: readonly Commitment[]
  readonly organisations: Organisations
  readonly refused: Refused | null
}) {
  const { own: texts, standings } = textsIn(locale)
  if (commitments.length === 0)
    return <p class="empty">{side === 'promiser' ? texts.noneMine : texts.noneToMe}</p>
  const today = dayOf(now)
  return commitments.map((one) => {
    const answering: Answering = {
      action: addressOf('ownCommitments', locale, { key: letterKey }),
      commitment: one,
      locale,
      today,
      sent: refused?.id === one.id ? refused : null,
    }
    const standing = standingOf(one, today)
    return (
      <article key={one.id} class="card" id={one.id}>
        <h3 class="card__title" lang="sv">
          {one.what}
        </h3>
        <p>
          {side === 'promiser'
            ? texts.to(receiverInWords(one, organisations, locale))
            : texts.from(promiserInWords(one, organisations, locale))}
          , {texts.by(formatDay(one.byDay, locale))}
        </p>
        <p>
          <Status tone={toneOf[standing]} label={standings[standing]} />
          {one.because !== '' && <span lang="sv"> {textsIn(locale).came.because(one.because)}</span>}
        </p>
        {side === 'promiser' ? <PromiserForms {...answering} /> : <ReceiverForm {...answering} />}
      </article>
    )
  })
}

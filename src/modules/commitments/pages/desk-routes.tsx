import { Hono } from 'hono'
import type { VNode } from 'preact'
import { asKeyHolder, inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { roundNow } from '#modules/event-day'
import { eventWith, roundsOf, type Event, type Round } from '#modules/roundtable'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isId } from '#platform/values/ids.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { Page, PageTitle } from '#ui/heading.tsx'
import { keepSent, type KeepRefusal, type TablePlace } from '../actions/keep-sent.ts'
import { noteMatter, type MatterRefusal } from '../actions/note-matter.ts'
import { maySumUp } from '../core/policy.ts'
import { SentForm, type Sent } from '../core/sent-forms.ts'
import { tableHere } from '../note-store.ts'
import { deskFor } from './desk-read.tsx'
import type { DeskForms } from './desk-forms.tsx'
import { letterOfMatter } from './letters.ts'
import { errorText, textsIn } from './texts.ts'
import type { Asking, CommitmentSetting } from './words.ts'

/** The pages on which a table notes: its host by the key, and the coordinator at any table. */
export function deskRoutes(setting: CommitmentSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('hostNotes'), async (c) => hostPage(c, null))
  routes.on('GET', bothAddresses('hostNote'), async (c) => hostPage(c, null))
  for (const address of ['hostNotes', 'hostNote'] as const)
    routes.on('POST', bothAddresses(address), async (c) => {
      const visit = asKeyHolder(c.get('visit'), keyIn(c))
      const at = await inTransaction(visit, tableHere)
      if (!at) return c.notFound()
      const back = addressOf('hostNotes', visit.locale, { key: keyIn(c) })
      return posted(c, visit, { asked: null, back, setting, again: async (sent) => hostPage(c, sent) })
    })

  routes.on('GET', bothAddresses('tableNotes'), async (c) => tablePage(c, null))
  routes.on('POST', bothAddresses('tableNotes'), async (c) => {
    const visit = c.get('visit')
    if (!maySumUp(visit.actor)) return visit.refuse()
    const { event, table } = placeIn(c)
    if (!isId(event)) return c.notFound()
    const back = addressOf('tableNotes', visit.locale, { event, table })
    return posted(c, visit, {
      asked: { event, table },
      back,
      setting,
      again: async (sent) => tablePage(c, sent),
    })
  })
  return routes
}

function placeIn(c: Asking): TablePlace {
  return { event: c.req.param('event') ?? '', table: c.req.param('table') ?? '' }
}

function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

type SentBack = DeskForms['sent']

interface Posting {
  readonly asked: TablePlace | null
  /** Where a reader without scripts goes on. */
  readonly back: string
  readonly setting: CommitmentSetting
  readonly again: (sent: SentBack) => Promise<Response>
}

/** Takes what a table sends, from a form or from a device that had kept it. */
async function posted(c: Asking, visit: Visit, { asked, back, setting, again }: Posting): Promise<Response> {
  const form = await readForm(c.req, SentForm)
  const isDevice = c.req.header('accept') === 'application/json'
  const refused = async (errors: FieldErrors, typed: Typed): Promise<Response> => {
    if (isDevice) return c.json({ because: errorText(visit.locale, Object.values(errors)[0] ?? '') }, 422)
    return again({ kind: typed['kind'] ?? 'note', typed, errors })
  }
  if (!form.ok) return refused(form.errors, form.typed)
  const outcome = await keptFrom(visit, asked, form.data, setting)
  const round = form.data.kind === 'note' ? `runda=${form.data.round + 1}&` : ''
  if (outcome.ok) return isDevice ? c.json({}) : c.redirect(`${back}?${round}${savedMark}`, 303)
  return refused({ [fieldOf(outcome.refusal, form.data.kind)]: outcome.refusal }, form.typed)
}

async function keptFrom(visit: Visit, asked: TablePlace | null, sent: Sent, setting: CommitmentSetting) {
  if (sent.kind !== 'matter') return keepSent(visit, asked, sent)
  const { secret, origin } = setting
  return noteMatter(visit, asked, sent, { secret, write: letterOfMatter(origin) })
}

function fieldOf(refusal: KeepRefusal | MatterRefusal, kind: Sent['kind']): string {
  const fields: Partial<Record<typeof refusal, string>> = {
    'promiser-unknown': 'promiser',
    'receiver-unknown': 'receiver',
    'same-person': 'receiver',
    'day-before-event': 'byDay',
    'intervention-unknown': 'intervention',
    'company-unknown': 'company',
    'topic-missing': 'topic',
  }
  const first = { note: 'text', promise: 'what', matter: 'company', theme: 'theme' } as const
  return fields[refusal] ?? first[kind]
}

async function hostPage(c: Asking, sent: SentBack): Promise<Response> {
  const visit = asKeyHolder(c.get('visit'), keyIn(c))
  const { locale } = visit
  const found = await inTransaction(visit, async (tx) => {
    const at = await tableHere(tx)
    const event = at && (await eventWith(tx, at.event))
    return at && event ? { table: at.table, ...(await roundsFor(tx, event, visit.now)) } : null
  })
  if (!found) return c.notFound()
  const key = keyIn(c)
  const newHref = addressOf('hostNotes', locale, { key })
  const round = roundAsked(c, found, sent)
  const content = await deskFor(visit, found.event, {
    ...found,
    round,
    sent,
    hand: c.req.param('note') ?? sent?.typed['note'] ?? null,
    isSaved: c.req.query(savedMark) !== undefined,
    newHref,
    action: newHref,
    noteHref: (note) => addressOf('hostNote', locale, { key, note }),
  })
  const back = { href: addressOf('hostTable', locale, { key }), text: found.event.title }
  return deskPage(visit, { ...found, round, address: newHref, back, content, isWrong: sent !== null })
}

async function tablePage(c: Asking, sent: SentBack): Promise<Response> {
  const visit = c.get('visit')
  const { locale } = visit
  if (!maySumUp(visit.actor)) return visit.refuse()
  const { event: id, table } = placeIn(c)
  if (!isId(id)) return c.notFound()
  const found = await inTransaction(visit, async (tx) => {
    const event = await eventWith(tx, id)
    return event ? { table, ...(await roundsFor(tx, event, visit.now)) } : null
  })
  if (!found) return c.notFound()
  const address = addressOf('tableNotes', locale, { event: id, table })
  const round = roundAsked(c, found, sent)
  const content = await deskFor(visit, found.event, {
    ...found,
    round,
    sent,
    hand: c.req.query('anteckning') ?? sent?.typed['note'] ?? null,
    isSaved: c.req.query(savedMark) !== undefined,
    newHref: address,
    action: address,
    noteHref: (note) => `${address}?anteckning=${note}`,
  })
  const back = { href: addressOf('eventNotes', locale, { event: id }), text: textsIn(locale).notes.title }
  return deskPage(visit, { ...found, round, address, back, content, isWrong: sent !== null })
}

async function roundsFor(tx: Tx, event: Event, now: Date) {
  return { event, rounds: await roundsOf(tx, event.id), now: await roundNow(tx, event, now) }
}

/** The round of what was sent and has to be mended; else the one that is asked for, as people count it; else the one that is on. */
function roundAsked(
  c: Asking,
  { rounds, now }: { readonly rounds: readonly Round[]; readonly now: number },
  sent: SentBack,
): number {
  const asked = c.req.query('runda')
  const wanted = sent?.typed['round'] ?? (asked === undefined ? undefined : Number(asked) - 1)
  return rounds.find(({ number }) => String(number) === String(wanted))?.number ?? now
}

function deskPage(
  visit: Visit,
  shown: {
    readonly event: Event
    readonly table: string
    readonly rounds: readonly Round[]
    readonly round: number
    readonly address: string
    readonly back: { readonly href: string; readonly text: string }
    readonly content: VNode
    readonly isWrong: boolean
  },
): Response {
  const { table, rounds, round, address, back, content, isWrong } = shown
  const { desk: texts } = textsIn(visit.locale)
  const title = texts.title(table)
  return visit.page(
    { title, noindex: true },
    <Page width="narrow">
      <PageTitle eyebrow={<a href={back.href}>{back.text}</a>} title={title} lead={texts.lead} />
      <nav class="row" aria-label={texts.rounds} data-offline>
        {rounds.map(({ number }) =>
          number === round ? (
            <strong key={number} aria-current="true">
              {texts.round(number + 1)}
            </strong>
          ) : (
            <a key={number} href={`${address}?runda=${number + 1}`}>
              {texts.round(number + 1)}
            </a>
          ),
        )}
      </nav>
      {content}
    </Page>,
    isWrong ? 422 : 200,
  )
}

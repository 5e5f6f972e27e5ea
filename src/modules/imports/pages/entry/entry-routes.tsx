import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, namesOf, type Actor, type Visit, type VisitEnv } from '#modules/accounts'
import { choicesOf, connectSeries, type Choice } from '#modules/indicators'
import { municipalitiesOf, type Municipality } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { isId } from '#platform/values/ids.ts'
import { addDays, dayOf, endOfDay } from '#platform/values/dates.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { confirmFigure, type EntrySource } from '../../actions/confirm-figure.ts'
import { enterFigure, type EnterFigureRefusal } from '../../actions/enter-figure.ts'
import { returnFigure } from '../../actions/return-figure.ts'
import type { Doubt } from '../../core/doubts.ts'
import { EntryForm, type EntryDraft } from '../../core/entry-form.ts'
import { mayEnter, maySettle } from '../../core/entry-policy.ts'
import { ownSeriesFor, ownSeriesOf } from '../../core/own-series.ts'
import { mayImport, mayReadRuns } from '../../core/policy.ts'
import { settledEntriesOf, waitingEntries } from '../../entry-store.ts'
import { besideOf, isUndivided, knownOf } from './entry-known.ts'
import { EntryPage } from './entry-page.tsx'
import { entryTextsIn } from './entry-texts.ts'
import { returnLetter } from './return-letter.ts'
import type { Settled } from './settled-list.tsx'
import { WaitingPage, type Waiting } from './waiting-page.tsx'

type Asking = Request<VisitEnv, string>

export interface EntrySetting {
  /** Where the program answers, such as `https://samsyn.example.org`. */
  readonly origin: string
}

const fieldOf: Readonly<Record<EnterFigureRefusal, string>> = {
  'not-allowed': 'municipality',
  'municipality-unknown': 'municipality',
  'indicator-unknown': 'indicator',
  'not-by-hand': 'indicator',
  'same-as-known': 'value',
  'waiting-already': 'year',
}
/** So many days one's own figures are listed after a colleague has settled them. */
const daysListed = 60

/** Figures that people enter: entering them, and confirming what a colleague has entered. */
export function entryRoutes(setting: EntrySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('enterFigure'), async (c) => {
    const visit = c.get('visit')
    const said = (name: string) => c.req.query(name) ?? ''
    const typed = { indicator: said('indikator'), municipality: said('kommun'), year: said('ar') }
    return (await entryPage(visit, typed, {})) ?? visit.refuse()
  })
  routes.on('POST', bothAddresses('enterFigure'), entered)
  routes.on('GET', bothAddresses('toConfirm'), async (c) => {
    const visit = c.get('visit')
    if (!mayReadRuns(visit.actor)) return visit.refuse()
    const notice = (['saved', 'confirmed', 'returned'] as const).find((one) => c.req.query(one) !== undefined)
    const indicator = notice === 'confirmed' ? (c.req.query('confirmed') ?? null) : null
    return waitingPage(visit, { notice: notice ?? null, indicator, error: null })
  })
  routes.on('POST', bothAddresses('toConfirm'), async (c) => settled(c, setting))
  return routes
}

async function entered(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const beginning = await readForm(c.req, z.object({ begin: z.string().max(100).default('') }))
  if (beginning.ok && beginning.data.begin !== '') return begun(c, visit, beginning.data.begin)
  const form = await readForm(c.req, EntryForm)
  const again = async (errors: FieldErrors, doubts: readonly Doubt[] = []) =>
    (await entryPage(visit, form.typed, errors, doubts)) ?? visit.refuse()
  if (!form.ok) return again(form.errors)
  const doubts = await doubtsAboutDraft(visit, form.data)
  // Whoever changes the value is asked anew.
  if (doubts.length > 0 && form.typed['checked'] !== form.typed['value'])
    return again({ checked: 'value-doubtful' }, doubts)
  const done = await enterFigure(visit, form.data)
  if (done.ok) return c.redirect(`${addressOf('toConfirm', visit.locale)}?saved`, 303)
  if (done.refusal === 'not-allowed') return visit.refuse()
  return again({ [fieldOf[done.refusal]]: done.refusal }, doubts)
}

async function doubtsAboutDraft(visit: Visit, { indicator, figure }: EntryDraft): Promise<readonly Doubt[]> {
  return inTransaction(visit, async (tx) => {
    const chosen = (await choicesOf(tx)).find(({ id }) => id === indicator)
    if (!chosen) return []
    const known = await knownOf(tx, [chosen])
    return besideOf(figure, chosen.unit, known.get(indicator) ?? [], yearOf(visit)).doubts
  })
}

function yearOf({ now }: Visit): number {
  return Number(dayOf(now).slice(0, 4))
}

/** The coordinator decides that an indicator without a source is kept by hand. */
async function begun(c: Asking, visit: Visit, indicator: string): Promise<Response> {
  const connected = await inTransaction(visit, async (tx) =>
    connectSeries(tx, visit, indicator, ownSeriesFor({ id: indicator, series: [] }) ?? ''),
  )
  if (!connected.ok && connected.refusal === 'not-allowed') return visit.refuse()
  const query = new URLSearchParams({ indikator: indicator })
  return c.redirect(`${addressOf('enterFigure', visit.locale)}?${query.toString()}`, 303)
}

async function entryPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  doubts: readonly Doubt[] = [],
): Promise<Response | null> {
  const { locale, actor } = visit
  const shown = actor && (await inTransaction(visit, async (tx) => toEnter(tx, visit, actor, typed)))
  if (!shown || shown.municipalities.length === 0) return null
  return visit.page(
    { title: entryTextsIn(locale).enter.title, noindex: true },
    <EntryPage {...shown} doubts={doubts} typed={typed} errors={errors} locale={locale} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

/** What somebody may enter, and what has become of what they have entered. */
async function toEnter(tx: Tx, { now }: Visit, actor: Actor, typed: Typed) {
  const all = await choicesOf(tx)
  const municipalities = await municipalitiesOf(tx)
  const open = all.filter(({ retiredAt }) => retiredAt === null)
  const choices = open.filter((choice) => ownSeriesOf(choice) !== null)
  const chosen = choices.length === 1 ? choices[0] : choices.find(({ id }) => id === typed['indicator'])
  const known = chosen && (await knownOf(tx, [chosen])).get(chosen.id)
  return {
    choices,
    chosen: chosen ?? null,
    isDivided: !isUndivided(known ?? []),
    without: mayImport(actor) ? open.filter(({ series }) => series.length === 0) : [],
    municipalities: municipalities.filter(({ code }) => mayEnter(actor, code)),
    settled: await settledOf(tx, actor, now, { choices: all, municipalities }),
  }
}

async function settledOf(
  tx: Tx,
  { personId }: Actor,
  now: Date,
  { choices, municipalities }: { choices: readonly Choice[]; municipalities: readonly Municipality[] },
): Promise<readonly Settled[]> {
  const entries = await settledEntriesOf(tx, personId, endOfDay(addDays(dayOf(now), -daysListed)))
  const settlers = entries.map(({ settledBy }) => settledBy)
  const names = await namesOf(tx, settlers)
  return entries.flatMap((entry) => {
    const indicator = choices.find(({ id }) => id === entry.indicator)
    if (!indicator) return []
    const municipality = municipalities.find(({ code }) => code === entry.municipality)?.name ?? ''
    return [{ entry, indicator, municipality, by: names.get(entry.settledBy) ?? '' }]
  })
}

const SettleForm = z.looseObject({ do: z.enum(['confirm', 'return']), entry: z.string().refine(isId) })

async function settled(c: Asking, { origin }: EntrySetting): Promise<Response> {
  const visit = c.get('visit')
  if (!mayReadRuns(visit.actor)) return visit.refuse()
  const form = await readForm(c.req, SettleForm)
  if (!form.ok) return c.notFound()
  const { do: what, entry } = form.data
  const to = (query: string) => c.redirect(`${addressOf('toConfirm', visit.locale)}?${query}`, 303)
  const reason = (form.typed[`reason-${entry}`] ?? '').trim().slice(0, 500).toWellFormed()
  const done =
    what === 'confirm'
      ? await confirmFigure(visit, entry, sourceOf)
      : await returnFigure(visit, entry, reason, returnLetter(origin))
  if (done.ok) return to(done.value === null ? 'returned' : `confirmed=${encodeURIComponent(done.value)}`)
  if (done.refusal === 'not-allowed') return visit.refuse()
  const error = { entry, name: done.refusal, reason }
  return waitingPage(visit, { notice: null, indicator: null, error })
}

const sourceOf: EntrySource = (entry, municipality) => {
  const [sv, en] = [entryTextsIn('sv').source, entryTextsIn('en').source]
  return {
    id: `hand-${entry.id}`,
    publisher: sv.publisher(municipality),
    title: entry.takenFrom,
    url: null,
    licence: sv.licence,
    licenceUrl: null,
    vintage: sv.vintage,
    retrievedOn: null,
    note: { sv: sv.note, en: en.note },
  }
}

type Said = Parameters<typeof WaitingPage>[0]['said']

async function waitingPage(visit: Visit, said: Said): Promise<Response> {
  const { locale } = visit
  const { waiting, municipalities } = await inTransaction(visit, async (tx) => waitingIn(tx, visit))
  return visit.page(
    { title: entryTextsIn(locale).waiting.title, noindex: true },
    <WaitingPage
      waiting={waiting}
      mayEnter={municipalities.some(({ code }) => mayEnter(visit.actor, code))}
      said={said}
      locale={locale}
    />,
    said.error ? 422 : 200,
  )
}

async function waitingIn(tx: Tx, visit: Visit) {
  const { actor } = visit
  const entries = await waitingEntries(tx)
  const choices = new Map((await choicesOf(tx)).map((choice) => [choice.id, choice]))
  const municipalities = await municipalitiesOf(tx)
  const names = await namesOf(
    tx,
    entries.map(({ enteredBy }) => enteredBy),
  )
  const known = await knownOf(
    tx,
    entries.flatMap(({ indicator }) => choices.get(indicator) ?? []),
  )
  const waiting = entries.flatMap((entry): Waiting[] => {
    const indicator = choices.get(entry.indicator)
    if (!indicator) return []
    return [
      {
        entry,
        indicator,
        municipality: municipalities.find(({ code }) => code === entry.municipality)?.name ?? '',
        by: names.get(entry.enteredBy) ?? '',
        ...besideOf(entry.figure, indicator.unit, known.get(indicator.id) ?? [], yearOf(visit)),
        isOwn: entry.enteredBy === actor?.personId,
        maySettle: maySettle(actor, entry),
      },
    ]
  })
  return { waiting, municipalities }
}

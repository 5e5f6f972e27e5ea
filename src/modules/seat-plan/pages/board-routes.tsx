import { Hono } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { changeSeats } from '../actions/change-seats.ts'
import { keepBest, stopRun } from '../actions/end-run.ts'
import { restoreVersion } from '../actions/restore-version.ts'
import { startRun } from '../actions/start-run.ts'
import { tellParticipants, type SeatLetters } from '../actions/tell-participants.ts'
import type { SeatChange } from '../core/change.ts'
import { maySeat } from '../core/policy.ts'
import { lastRun } from '../run-store.ts'
import { latestVersion, versionWith } from '../store.ts'
import { BoardPage, type Look } from './board-page.tsx'
import { runTimes } from './board-forms.tsx'
import { doings, DoneNews, OvertakenNews, RefusedNews, type Doing } from './board-news.tsx'
import { eventIn, numberIn, type Asked } from './places.ts'
import { readBoard, versionToUndoTo, type Board } from './read-board.ts'
import { textsIn } from './texts.ts'

/** In seconds: how often the page is read again where no script does it, while the engine works. */
const again = 3

/** The board, and all that is done on it. */
export function boardRoutes(letters: SeatLetters): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('seats'), async (c) => {
    const visit = c.get('visit')
    if (!maySeat(visit.actor)) return visit.refuse()
    const did = doings.find((one) => one === c.req.query(savedMark))
    return boardPage(c, lookIn(c, c.req.query()), (board, { locale }) =>
      did === undefined ? null : <DoneNews board={board} did={did} locale={locale} />,
    )
  })
  routes.on('GET', bothAddresses('seatState'), async (c) => {
    const visit = c.get('visit')
    const event = eventIn(c)
    if (!maySeat(visit.actor) || event === null) return c.notFound()
    const state = await inTransaction(visit, async (tx) => ({
      version: (await latestVersion(tx, event))?.version ?? 0,
      isUnderWay: (await lastRun(tx, event))?.endedAt === null,
    }))
    return c.json(state, 200, { 'Cache-Control': 'no-store' })
  })
  routes.on('POST', bothAddresses('seats'), async (c) => posted(c, letters))
  return routes
}

function lookIn(c: Asked, typed: Typed): Look {
  const round = (numberIn(typed['runda']) ?? (numberIn(typed['round']) ?? 0) + 1) - 1
  return {
    round: Math.max(0, round),
    by: typed['farg'] === 'branch' ? 'branch' : 'municipality',
    person: typed['person'] ?? null,
    locale: c.get('visit').locale,
  }
}

type News = (board: Board, look: Look) => ReturnType<typeof DoneNews>

async function boardPage(c: Asked, look: Look, news: News, status: 200 | 409 | 422 = 200): Promise<Response> {
  const visit = c.get('visit')
  const event = eventIn(c)
  const board = event === null ? undefined : await readBoard(visit, event)
  if (!board) return c.notFound()
  const isUnderWay = board.run?.endedAt === null
  const shown = { ...look, round: look.round < board.problem.rounds ? look.round : 0 }
  return visit.page(
    {
      title: `${textsIn(visit.locale).board.title}, ${board.event.title}`,
      noindex: true,
      ...(isUnderWay && { refresh: again }),
    },
    <BoardPage board={board} look={shown} now={visit.now} news={news(board, shown)} />,
    status,
  )
}

const Doing = z.object({ do: z.string() }).catchall(z.string())

async function posted(c: Asked, letters: SeatLetters): Promise<Response> {
  const visit = c.get('visit')
  if (!maySeat(visit.actor)) return visit.refuse()
  const event = eventIn(c)
  if (event === null) return c.notFound()
  const { typed } = await readForm(c.req, Doing)
  const look = lookIn(c, typed)
  const outcome = await doAsked(visit, event, typed, letters)
  if (outcome.refusal === undefined) {
    const query = new URLSearchParams({
      runda: String(look.round + 1),
      farg: look.by,
      ...(outcome.did !== null && { [savedMark]: outcome.did }),
    })
    return c.redirect(`${addressOf('seats', visit.locale, { event })}?${query.toString()}`, 303)
  }
  const { refusal } = outcome
  if (refusal === 'not-allowed') return visit.refuse()
  if (refusal === 'event-unknown') return c.notFound()
  if (refusal !== 'overtaken')
    return boardPage(c, look, (_, { locale }) => <RefusedNews why={refusal} locale={locale} />, 422)
  const basedOn = numberIn(typed['version']) ?? 0
  const seen = await inTransaction(visit, async (tx) => versionWith(tx, event, basedOn))
  const wanted = changeIn(typed)
  const asChange = typeof wanted === 'string' ? null : wanted
  return boardPage(
    c,
    look,
    (board, { locale }) => <OvertakenNews board={board} seen={seen} wanted={asChange} locale={locale} />,
    409,
  )
}

interface Came {
  /** What to say of it; null for nothing. */
  readonly did: Doing | null
  readonly refusal?: string
}

/** What is done for each word of a form's `do`. */
const deeds: Readonly<Record<string, (visit: Visit, asked: AskedDeed) => Promise<Came>>> = {
  fill: async (visit, { event, typed }) => came(null, await startRun(visit, { event, ...runAsked(typed) })),
  stop: async (visit, { event, run }) =>
    run === null ? noRun : came(null, await stopRun(visit, { event, run })),
  keep: async (visit, { event, run, basedOn }) =>
    run === null ? noRun : came('kept', await keepBest(visit, { event, run, basedOn })),
  tell: async (visit, { event, basedOn, letters }) =>
    came('told', await tellParticipants(visit, { event, version: basedOn }, letters)),
  undo,
}
const noRun: Came = { did: null, refusal: 'run-unknown' }

interface AskedDeed {
  readonly event: string
  readonly typed: Typed
  readonly basedOn: number
  readonly run: string | null
  readonly letters: SeatLetters
}

async function doAsked(visit: Visit, event: string, typed: Typed, letters: SeatLetters): Promise<Came> {
  const deed = Object.hasOwn(deeds, typed['do'] ?? '') ? deeds[typed['do'] ?? ''] : undefined
  return (deed ?? move)(visit, {
    event,
    typed,
    basedOn: numberIn(typed['version']) ?? 0,
    run: z.uuid().safeParse(typed['run']).data ?? null,
    letters,
  })
}

function came(did: Doing | null, outcome: { readonly ok: boolean; readonly refusal?: string }): Came {
  return outcome.refusal === undefined ? { did } : { did, refusal: outcome.refusal }
}

/** How long and from which number; what is left out or none is as usual. */
function runAsked(typed: Typed): { readonly milliseconds: number; readonly seed: number } {
  const seconds = runTimes.find((time) => String(time) === typed['seconds']) ?? runTimes[0]
  return { milliseconds: seconds * 1000, seed: numberIn(typed['seed']) ?? 1 }
}

async function undo(visit: Visit, { event, basedOn }: AskedDeed): Promise<Came> {
  const latest = await inTransaction(visit, async (tx) => versionWith(tx, event, basedOn))
  const version = latest && versionToUndoTo(latest)
  if (version === undefined) return { did: null, refusal: 'version-unknown' }
  return came('restored', await restoreVersion(visit, { event, version, basedOn }))
}

async function move(visit: Visit, { event, basedOn, typed }: AskedDeed): Promise<Came> {
  const change = changeIn(typed)
  if (typeof change === 'string') return { did: null, refusal: change }
  const outcome = await changeSeats(visit, { event, basedOn, change })
  if (!outcome.ok) return { did: null, refusal: outcome.refusal }
  return { did: outcome.value.isJoined ? 'joined' : 'saved' }
}

/** What a form asks for, or the name of what is missing. */
function changeIn(typed: Typed): SeatChange | 'choose-person' | 'choose-place' | 'round-unknown' {
  const round = numberIn(typed['round'])
  const { person = '', other = '', table = '' } = typed
  if (round === null) return 'round-unknown'
  if (person === '') return 'choose-person'
  if (typed['do'] === 'free') return { do: 'free', person, round }
  if (other !== '') return { do: 'swap', person, round, other }
  return table === '' ? 'choose-place' : { do: 'move', person, round, table }
}

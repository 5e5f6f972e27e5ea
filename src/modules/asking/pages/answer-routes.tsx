import { Hono } from 'hono'
import { z } from 'zod'
import { asKeyHolder, inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { readForm } from '#platform/http/form.ts'
import { dayOf } from '#platform/values/dates.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { answerAsk, stopAsks } from '../actions/answer-ask.ts'
import { answerIn, typedFrom, type Answer } from '../core/answer.ts'
import { isOpen, type Ask } from '../core/ask.ts'
import { answerHere, isStoppedHere, recipientHere } from '../recipient-store.ts'
import { askWith, numbersOf } from '../store.ts'
import { AnswerPage, ClosedPage, StopPage } from './answer-page.tsx'
import type { Results } from './results.tsx'
import { textsIn } from './texts.ts'
import { readerOf, type Asking, type Reader } from './words.ts'

const AnyFields = z.record(z.string(), z.string())

/** What the addresses in a letter lead to. Only a pressed button stores anything: mail programs follow links by themselves. */
export function answerRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('answerAsk'), async (c) => {
    const asked = await askedIn(c)
    if (!asked) return c.notFound()
    const { ask, before } = asked
    const pressed = typedFrom(answerIn(ask.questions, c.req.query()))
    const isMarked = Object.values(pressed).some((said) => said !== '')
    const typed = { ...(before ? typedFrom(before) : {}), ...onlySaid(pressed) }
    const isSaved = c.req.query(savedMark) !== undefined
    return answerPage(c, asked, { typed, say: isSaved ? 'saved' : isMarked ? 'marked' : null }, 200)
  })

  routes.on('POST', bothAddresses('answerAsk'), async (c) => {
    const visit = c.get('visit')
    const { typed } = await readForm(c.req, AnyFields)
    const outcome = await answerAsk(visit, keyIn(c), typed)
    const page = addressOf('answerAsk', visit.locale, { key: keyIn(c) })
    if (outcome.ok) return c.redirect(`${page}?${savedMark}`, 303)
    const asked = await askedIn(c)
    return asked ? answerPage(c, asked, { typed, say: 'nothing' }, 422) : c.notFound()
  })

  routes.on('GET', bothAddresses('stopAsks'), async (c) =>
    (await askedIn(c)) ? stopPage(c, null) : c.notFound(),
  )
  routes.on('POST', bothAddresses('stopAsks'), async (c) => {
    const { typed } = await readForm(c.req, AnyFields)
    const wants = typed['do'] === 'start' ? 'start' : 'stop'
    const outcome = await stopAsks(c.get('visit'), keyIn(c), wants)
    return outcome.ok ? stopPage(c, wants) : c.notFound()
  })

  return routes
}

function keyIn(c: Asking): string {
  return c.req.param('key') ?? ''
}

interface FoundAsk {
  readonly ask: Ask
  readonly before: Answer | undefined
  readonly results: Results
  readonly reader: Reader
}

/** What the key in an address was asked; null for one that opens nothing. */
async function askedIn(c: Asking): Promise<FoundAsk | null> {
  const visit = c.get('visit')
  return inTransaction(asKeyHolder(visit, keyIn(c)), async (tx) => {
    const recipient = await recipientHere(tx)
    const ask = recipient && (await askWith(tx, recipient.ask))
    if (!ask) return null
    return {
      ask,
      before: await answerHere(tx),
      results: { numbers: await numbersOf(tx, ask.id), texts: null },
      reader: readerOf(visit, await municipalitiesOf(tx)),
    }
  })
}

function onlySaid(typed: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(typed).filter(([, said]) => said !== ''))
}

function answerPage(
  c: Asking,
  { ask, results, reader }: FoundAsk,
  filled: Pick<Parameters<typeof AnswerPage>[0], 'typed' | 'say'>,
  status: 200 | 422,
): Response {
  const visit = c.get('visit')
  // The page is one company's: no search engine and no cache keeps it.
  const head = { title: ask.title, noindex: true }
  if (!isOpen(ask, dayOf(visit.now)))
    return visit.page(head, <ClosedPage ask={ask} results={results} reader={reader} />)
  return visit.page(head, <AnswerPage ask={ask} letterKey={keyIn(c)} {...filled} reader={reader} />, status)
}

async function stopPage(c: Asking, did: 'stop' | 'start' | null): Promise<Response> {
  const { locale, page } = c.get('visit')
  const { title } = textsIn(locale).stop
  const isStopped = await inTransaction(asKeyHolder(c.get('visit'), keyIn(c)), isStoppedHere)
  return page({ title, noindex: true }, <StopPage letterKey={keyIn(c)} {...{ isStopped, did, locale }} />)
}

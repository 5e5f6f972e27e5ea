import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { moveTopic, writeTopic } from '../actions/write-topic.ts'
import { maySetTopics } from '../core/policy.ts'
import { numbersIn, seenTopic, topicForm, typedTopic } from '../core/topic-form.ts'
import { allTopicsOf, type KeptTopic } from '../store.ts'
import { textsIn } from './texts.ts'
import { TopicFormPage } from './topic-form.tsx'
import { TopicsPage } from './topics-page.tsx'

const MoveForm = z.object({ topic: z.string().default(''), do: z.enum(['up', 'down']).catch('up') })
const DoForm = z.object({ do: z.enum(['more', 'retire', 'bring-back', 'save']).catch('save') })

/** What matters may be about: for the coordinator. */
export function topicRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('topics'), async (c) => {
    const visit = c.get('visit')
    if (!maySetTopics(visit.actor)) return visit.refuse()
    const topics = await inTransaction(visit, allTopicsOf)
    const { title } = textsIn(visit.locale).topics
    const isSaved = c.req.query(savedMark) !== undefined
    return visit.page({ title, noindex: true }, <TopicsPage {...{ topics, isSaved }} locale={visit.locale} />)
  })

  routes.on('POST', bothAddresses('topics'), async (c) => {
    const visit = c.get('visit')
    const form = await readForm(c.req, MoveForm)
    if (!form.ok) return c.redirect(listHref(visit), 303)
    const moved = await moveTopic(visit, form.data.topic, form.data.do)
    if (moved.ok) return c.redirect(listHref(visit), 303)
    return moved.refusal === 'not-allowed' ? visit.refuse() : c.notFound()
  })

  for (const page of ['addTopic', 'editTopic'] as const) {
    routes.on('GET', bothAddresses(page), async (c) => {
      const visit = c.get('visit')
      if (!maySetTopics(visit.actor)) return visit.refuse()
      const topic = await topicAt(visit, c)
      if (topic === undefined) return c.notFound()
      return formPage(visit, topic, { typed: topic ? typedTopic(topic) : {} }, 200)
    })

    routes.on('POST', bothAddresses(page), async (c) => writing(c))
  }

  return routes
}

/** The topic that an address names; null on the page of a new one. */
async function topicAt(visit: Visit, c: Request<VisitEnv, string>): Promise<KeptTopic | null | undefined> {
  const id = c.req.param('topic')
  if (id === undefined) return null
  return (await inTransaction(visit, allTopicsOf)).find((topic) => topic.id === id)
}

async function writing(c: Request<VisitEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  if (!maySetTopics(visit.actor)) return visit.refuse()
  const topic = await topicAt(visit, c)
  if (topic === undefined) return c.notFound()
  const asked = await readForm(c.req, DoForm)
  const step = asked.ok ? asked.data.do : 'save'
  if (step === 'more') return formPage(visit, topic, { typed: withMore(asked.typed) }, 200)
  if (topic && (step === 'retire' || step === 'bring-back')) {
    const moved = await moveTopic(visit, topic.id, step)
    return moved.ok ? c.redirect(`${listHref(visit)}?${savedMark}`, 303) : c.notFound()
  }
  return saving(c, topic)
}

async function saving(c: Request<VisitEnv, string>, topic: KeptTopic | null): Promise<Response> {
  const visit = c.get('visit')
  const form = await readForm(c.req, topicForm(topic?.questions ?? []))
  if (!form.ok) return formPage(visit, topic, form, 422)
  const written = await writeTopic(visit, topic?.id ?? null, form.data)
  if (written.ok) return c.redirect(`${listHref(visit)}?${savedMark}`, 303)
  switch (written.refusal) {
    case 'not-allowed':
      return visit.refuse()
    case 'topic-unknown':
      return c.notFound()
    case 'changed-meanwhile': {
      const now = await topicAt(visit, c)
      if (!now) return c.notFound()
      // From here on the other words have been seen: the form carries them, and may replace them.
      return formPage(visit, now, { typed: { ...form.typed, seen: seenTopic(now) }, isConflict: true }, 409)
    }
  }
}

/** The fields that were offered stay, filled in or not, so that more are offered after them. */
function withMore(typed: Typed): Typed {
  const numbers = numbersIn(typed, 'question')
  const fresh = numbers.map((number): readonly [string, string] => {
    const last = Math.max(0, ...numbersIn(typed, `choice-${number}`)) + 1
    return [`choice-${number}-${last}-sv`, '']
  })
  return { ...typed, ...Object.fromEntries(fresh) }
}

function listHref({ locale }: Visit): string {
  return addressOf('topics', locale)
}

interface Shown {
  readonly typed: Typed
  readonly errors?: FieldErrors
  readonly isConflict?: boolean
}

function formPage(
  visit: Visit,
  topic: KeptTopic | null,
  { typed, errors = {}, isConflict = false }: Shown,
  status: 200 | 409 | 422,
): Response {
  const { topics: texts } = textsIn(visit.locale)
  return visit.page(
    { title: topic ? texts.edit : texts.add, noindex: true },
    <TopicFormPage {...{ topic, typed, errors, isConflict }} locale={visit.locale} />,
    status,
  )
}

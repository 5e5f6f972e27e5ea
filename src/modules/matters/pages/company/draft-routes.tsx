import { Hono, type Context as Request } from 'hono'
import { z } from 'zod'
import type { VisitEnv } from '#modules/accounts'
import { readForm, type FieldErrors, type Typed } from '#platform/http/form.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { writeStep } from '../../actions/write-step.ts'
import { placeField, stepNames, stepToDo, type StepName } from '../../draft/steps.ts'
import { draftBehind, draftPlace, type DraftShown } from './draft-reads.ts'
import { nextAddress, stepPages } from './places.ts'
import { sentFiles, type SentFiles } from './sent-files.ts'
import { holderOf, type CompanySetting, type Holder } from './setting.ts'
import { StepPage } from './step-page.tsx'
import { textsIn } from './texts.ts'

/** The steps of a draft, back and forth. */
export function draftRoutes({ origin }: CompanySetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('draft'), async (c) => {
    const holder = holderOf(c)
    const found = holder && (await draftBehind(holder))
    if (!found || found === 'sent') return elsewhere(c, holder, found)
    return leadTo(
      c,
      nextAddress(holder.key, stepToDo(found.draft.written, found.choices), holder.visit.locale),
    )
  })

  for (const step of stepNames) {
    routes.on('GET', bothAddresses(stepPages[step]), async (c) => {
      const holder = holderOf(c)
      const found = holder && (await draftBehind(holder))
      if (!found || found === 'sent') return elsewhere(c, holder, found)
      const typed = found.draft.written[step] ?? presetOf(step, found)
      return stepPage({ holder, found, origin, step, typed, errors: {}, refusedFile: null })
    })
    routes.on('POST', bothAddresses(stepPages[step]), async (c) => saveStep(c, step, origin))
  }
  return routes
}

async function saveStep(c: Request<VisitEnv, string>, step: StepName, origin: string): Promise<Response> {
  const holder = holderOf(c)
  if (!holder) return c.notFound()
  const { visit, key } = holder
  const typed = await typedIn(c)
  const sent: SentFiles =
    step === 'words' ? await sentFiles(c.req, textsIn(visit.locale).unnamed) : { files: [], refused: null }
  const removed = Object.keys(typed).flatMap((name) => removedFile.exec(name)?.[1] ?? [])
  const saved = await writeStep(holder.context, { step, typed, files: sent.files, removed })
  const errors = {
    ...(saved.ok ? saved.value.errors : {}),
    ...(sent.refused ? { files: sent.refused.problem } : {}),
  }
  if (saved.ok && Object.keys(errors).length === 0) {
    // Whoever has chosen another topic may be asked other things.
    const toDo = step === 'topic' ? 'words' : saved.value.toDo
    return leadTo(c, nextAddress(key, toDo, visit.locale))
  }
  const found = await draftBehind(holder)
  if (!found || found === 'sent') return elsewhere(c, holder, found)
  return stepPage({ holder, found, origin, step, typed, errors, refusedFile: sent.refused?.name ?? null })
}

const removedFile = /^remove-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

async function typedIn(c: Request<VisitEnv, string>): Promise<Typed> {
  return (await readForm(c.req, z.unknown())).typed
}

/** A private address that has no draft: the matter that it became, or nothing. */
export function elsewhere(
  c: Request<VisitEnv, string>,
  holder: Holder | null,
  found: 'sent' | DraftShown | null,
): Response | Promise<Response> {
  if (!holder || found !== 'sent') return c.notFound()
  return leadTo(c, addressOf('thread', holder.visit.locale, { key: holder.key }))
}

/** Leads on, and leaves no trace of a private address on the way. */
export function leadTo(c: Request, address: string): Response {
  c.header('Cache-Control', 'no-store')
  return c.redirect(address, 303)
}

/** What a municipality's own door has chosen in advance. */
function presetOf(step: StepName, { draft, municipalities }: DraftShown): Typed {
  const slug = draft.written.topic?.['municipality']
  const preset = municipalities.find((one) => one.slug === slug)
  return step === 'place' && preset ? { where: 'one', [placeField(preset.code)]: 'on' } : {}
}

interface StepAnswer {
  readonly holder: Holder
  readonly found: DraftShown
  readonly origin: string
  readonly step: StepName
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refusedFile: string | null
}

function stepPage({ holder, found, origin, ...shown }: StepAnswer): Response {
  const { locale, page } = holder.visit
  const { topics, municipalities, files, draft } = found
  return page(
    { title: textsIn(locale)[shown.step].title, noindex: true },
    <StepPage
      {...shown}
      {...{ locale, topics, municipalities, files }}
      written={draft.written}
      draft={draftPlace(holder, found, origin)}
    />,
    Object.keys(shown.errors).length > 0 ? 422 : 200,
  )
}

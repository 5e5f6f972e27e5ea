import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { addressOf, bothAddresses, savedMark } from '#ui/addresses.ts'
import { sendTemplate } from '../actions/send-template.ts'
import { maySendTemplate } from '../core/policy.ts'
import type { TemplateProblem } from '../core/template.ts'
import { templateProblem } from '../files/look-at-template.ts'
import type { PaperWriters } from '#platform/paper/writing.ts'
import { latestTemplates } from '../store.ts'
import { TemplatePage, type TemplateOwner, type TemplateWrong } from './template-page.tsx'
import { textsIn } from './texts.ts'

type Asking = Request<VisitEnv, string>

/** Where officers give their municipality's reports a look of their own. */
export function templateRoutes(writers: PaperWriters): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('reportTemplates'), async (c) =>
    templatePage(c.get('visit'), null, c.req.query(savedMark) !== undefined),
  )
  routes.on('POST', bothAddresses('reportTemplates'), async (c) => received(c, writers))
  return routes
}

async function templatePage(visit: Visit, wrong: TemplateWrong | null, isSaved = false): Promise<Response> {
  const owners = await ownersFor(visit)
  if (owners.length === 0) return visit.refuse()
  const { locale, page } = visit
  return page(
    { title: textsIn(locale).templates.title, noindex: true },
    <TemplatePage owners={owners} wrong={wrong} isSaved={isSaved} locale={locale} />,
    wrong ? 422 : 200,
  )
}

/** Whom the visitor may send a template for, with what stands there now. */
async function ownersFor(visit: Visit): Promise<readonly TemplateOwner[]> {
  const { actor } = visit
  return inTransaction(visit, async (tx) => {
    const kept = await latestTemplates(tx)
    const all = [{ code: '', name: '' }, ...(await municipalitiesOf(tx))]
    return all
      .filter(({ code }) => maySendTemplate(actor, code))
      .map(({ code, name }) => ({
        subject: code,
        name,
        kept: kept.find(({ subject }) => subject === code) ?? null,
      }))
  })
}

async function received(c: Asking, writers: PaperWriters): Promise<Response> {
  const visit = c.get('visit')
  const body = await bodyOf(c)
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, 100) : '')
  const subject = text('subject')
  if (!maySendTemplate(visit.actor, subject)) return visit.refuse()
  const seen = Number.parseInt(text('seen'), 10) || 0
  const file = body[`file-${subject}`]
  const takesAway = text('do') === 'take-away'
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const problem = takesAway
    ? null
    : (templateProblem(bytes) ?? (await fillingProblem(bytes, writers, visit.now)))
  if (problem) return templatePage(visit, { subject, problem })
  const name = file instanceof File ? nameOf(file.name) : '–'
  const outcome = await sendTemplate(visit, { subject, name, bytes: takesAway ? null : bytes, seen })
  if (outcome.ok) return c.redirect(`${addressOf('reportTemplates', visit.locale)}?${savedMark}`, 303)
  if (outcome.refusal === 'not-allowed') return visit.refuse()
  return templatePage(visit, { subject, problem: { kind: outcome.refusal } })
}

/** The last proof of a template is that a report can be had in it. */
async function fillingProblem(
  bytes: Uint8Array,
  writers: PaperWriters,
  stampedAt: Date,
): Promise<TemplateProblem | null> {
  const words = { title: '–', subtitle: '–', author: '–', contents: '–', footer: '–' }
  const heading = { kind: 'heading', level: 1, id: 'x', text: '–' } as const
  const paper = { ...words, language: 'sv', stampedAt, blocks: [heading] } as const
  try {
    await writers.write({ kind: 'docx', stampedAt, paper, pictures: [], template: bytes })
    return null
  } catch {
    // Whatever the library stumbles over, the sender is told the same: Word can make it whole.
    return { kind: 'not-fillable' }
  }
}

/** The name without its folder, and without what a database or a page would stumble over. */
function nameOf(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replaceAll(/\p{Cc}/gu, '')
    .slice(0, 200)
    .toWellFormed()
  return plain === '' ? '–' : plain
}

/** A body that is no form, or a form that breaks off, is a form without answers. */
async function bodyOf(c: Asking): Promise<Readonly<Record<string, unknown>>> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

import { Hono, type Context as Request } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import type { Tx } from '#platform/database/connection.ts'
import { dayOf } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { bothAddresses } from '#ui/addresses.ts'
import { regionWords, reportAsked, slugOf, type AskedReport, type AskedWrong } from '../core/asked.ts'
import { maySendTemplate } from '../core/policy.ts'
import { paperWriters, type PaperWriters } from '#platform/paper/writing.ts'
import { readReport, roundOccasions, type ReadReport } from '../reads.ts'
import { ChoosePage, fieldNames, type Chosen } from './choose-page.tsx'
import { leaderRoutes } from './leader-routes.tsx'
import { noteFileRoutes } from './note-routes.ts'
import { toldReport, type ToldReport } from './paper-of-report.ts'
import { fileTypes, jobFor, type FileForm } from './report-files.ts'
import { ReportPage } from './report-page.tsx'
import { textsIn } from './texts.ts'
import { templateRoutes } from './template-routes.tsx'
import { treeRoutes } from './tree-routes.tsx'
import type { Report } from '../core/report.ts'
import { latestTemplates, templateBytes } from '../store.ts'
import { momentText, placeOf, reportAddress, sinceName, titleOf } from './words.ts'

interface ReportSetting {
  /** What a report's own address begins with. */
  readonly origin: string
}

/** How an address asks for a Word file in the template of that version. */
const templateName: Record<Locale, string> = { sv: 'mall', en: 'template' }

type Asking = Request<VisitEnv, string>

/** In seconds: how long to wait where too many files are being written. */
const soon = '10'

/** The reports: the choice, each one's page and files; the page of a municipality's leaders; the goal tree. */
export function reportRoutes(setting: ReportSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const writers = paperWriters()
  routes.on('GET', bothAddresses('reports'), choosePage)
  routes.route('/', templateRoutes(writers))
  routes.route('/', noteFileRoutes(writers, setting.origin))
  routes.on('GET', bothAddresses('latestReport'), (c) => {
    const { locale, now, asOf } = c.get('visit')
    const slug = slugOf(c.req.param('subject') ?? '')
    return c.redirect(reportAddress({ slug, occasion: dayOf(asOf ?? now), since: null }, 'page', locale), 302)
  })
  routes.on('GET', bothAddresses('report'), async (c) => {
    const visit = c.get('visit')
    const file = c.req.param('file') ?? ''
    // The day stands in the address itself.
    if (visit.asOf)
      return c.redirect(c.req.path.replace(file, file.replace(/^[^.]*/, dayOf(visit.asOf))), 302)
    const since = sinceOf(c)
    const rounds = await inTransaction(visit, roundOccasions)
    const asked = reportAsked({ subject: c.req.param('subject') ?? '', file, since }, visit.now, rounds)
    if ('wrong' in asked) return refusal(c, asked.wrong)
    const read = await readReport(visit, visit.network.name, asked)
    if (!read) return refusal(c, 'no-municipality')
    return answer(c, { asked, read, setting, writers })
  })
  return routes.route('/', leaderRoutes()).route('/', treeRoutes(writers))
}

function sinceOf(c: Asking): string {
  return (c.req.query(sinceName.sv) ?? c.req.query(sinceName.en) ?? '').trim()
}

interface Found {
  readonly asked: AskedReport
  readonly read: ReadReport
  readonly setting: ReportSetting
  readonly writers: PaperWriters
}

async function answer(c: Asking, { asked, read, setting, writers }: Found): Promise<Response> {
  const visit = c.get('visit')
  const { locale } = visit
  const { report, municipalities } = read
  const address = `${setting.origin}${reportAddress(placeOf(report), 'page', locale)}`
  const told = toldReport(report, municipalities, { locale, address })
  if (asked.form !== 'page') {
    const wanted = asked.form === 'docx' ? await templateAsked(c, report) : 'none'
    if (wanted === 'not-there') return c.notFound()
    if (wanted === 'not-allowed') return visit.refuse()
    const template = wanted === 'none' ? null : wanted
    const bytes = await writers.write(await jobFor(asked.form, told, municipalities, template))
    if (bytes === 'busy') return c.text(textsIn(locale).choose.busy, 503, { 'Retry-After': soon })
    return c.body(bytes, 200, fileHeaders(asked.form, told, template === null))
  }
  const title = titleOf(report, locale)
  const description = momentText(report.occasion, locale)
  return visit.page(
    { title: `${title}, ${report.occasion.day}`, description },
    <ReportPage told={told} templateHref={await templateHref(visit, report)} />,
  )
}

/** The template that a Word file is asked for in, by its version. Templates are for those who work in the network. */
async function templateAsked(
  c: Asking,
  { municipality }: Report,
): Promise<Uint8Array | 'none' | 'not-there' | 'not-allowed'> {
  const version = c.req.query(templateName.sv) ?? c.req.query(templateName.en)
  if (version === undefined) return 'none'
  const visit = c.get('visit')
  if (!visit.actor || visit.actor.grants.length === 0) return 'not-allowed'
  if (!/^\d{1,6}$/.test(version)) return 'not-there'
  const subject = municipality?.code ?? ''
  const bytes = await inTransaction(visit, async (tx) => templateBytes(tx, subject, Number(version)))
  return bytes ?? 'not-there'
}

/** Where the report can be had in the template of whom it is about; null for who may not, or where there is none. */
async function templateHref(visit: Visit, report: Report): Promise<string | null> {
  const { actor, locale } = visit
  if (!actor || actor.grants.length === 0) return null
  const subject = report.municipality?.code ?? ''
  const kept = (await inTransaction(visit, latestTemplates)).find((one) => one.subject === subject)
  if (!kept || kept.isGone) return null
  const address = reportAddress(placeOf(report), 'docx', locale)
  return `${address}${address.includes('?') ? '&' : '?'}${templateName[locale]}=${kept.version}`
}

/** A report holds nothing that is anybody's own, so that its file may be kept on the way; a template is somebody's. */
function fileHeaders(form: FileForm, { report }: ToldReport, isPublic: boolean) {
  const name = `${report.municipality?.slug ?? 'region'}-${report.occasion.word}.${form}`
  return {
    'Content-Type': fileTypes[form],
    'Content-Disposition': `${form === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
    'Cache-Control': isPublic ? 'public, no-cache' : 'private, no-store',
  }
}

async function choosePage(c: Asking): Promise<Response> {
  const visit = c.get('visit')
  const chosen = chosenIn(c)
  if (c.req.query(fieldNames[visit.locale].subject) === undefined) return choiceAnswer(visit, chosen, null)
  const file = chosen.form === 'page' ? chosen.day : `${chosen.day}.${chosen.form}`
  const asked = reportAsked({ subject: chosen.subject, file, since: chosen.since }, visit.now, [])
  if ('wrong' in asked) return choiceAnswer(visit, chosen, asked.wrong)
  const place = { slug: asked.slug, occasion: asked.occasion.word, since: asked.since?.day ?? null }
  const language: Locale = chosen.language === 'en' ? 'en' : 'sv'
  return c.redirect(reportAddress(place, asked.form, language), 303)
}

function chosenIn(c: Asking): Chosen {
  const { locale, now, asOf } = c.get('visit')
  const typed = (field: keyof Chosen, usual: string) =>
    c.req.query(fieldNames[locale][field])?.trim().slice(0, 100) ?? usual
  return {
    subject: typed('subject', regionWords[locale]),
    day: typed('day', dayOf(asOf ?? now)),
    since: typed('since', ''),
    language: typed('language', locale),
    form: typed('form', 'page'),
  }
}

async function toChooseAmong(tx: Tx) {
  return { municipalities: await municipalitiesOf(tx), rounds: await roundOccasions(tx) }
}

/** The choice, as it was made, with what was wrong. */
async function choiceAnswer(
  visit: Visit,
  chosen: Chosen,
  wrong: AskedWrong | null,
  status: 200 | 404 | 422 = wrong ? 422 : 200,
): Promise<Response> {
  const { locale, page, actor } = visit
  const texts = textsIn(locale).choose
  const { municipalities, rounds } = await inTransaction(visit, toChooseAmong)
  return page(
    {
      title: wrong ? texts.errorTitle : texts.title,
      description: texts.lead,
      ...(wrong ? { noindex: true } : {}),
    },
    <ChoosePage
      chosen={chosen}
      wrong={wrong}
      municipalities={municipalities}
      rounds={rounds}
      mayHaveTemplates={['', ...municipalities.map(({ code }) => code)].some((one) =>
        maySendTemplate(actor, one),
      )}
      locale={locale}
    />,
    status,
  )
}

/** An address that is no report's says why, and offers the choice with what could be read of it. */
async function refusal(c: Asking, wrong: AskedWrong): Promise<Response> {
  const visit = c.get('visit')
  const { locale, now } = visit
  const [day = '', form = 'page'] = (c.req.param('file') ?? '').split('.')
  const chosen: Chosen = {
    subject: c.req.param('subject') ?? '',
    day: wrong === 'no-day' ? day.slice(0, 30) : day || dayOf(now),
    since: sinceOf(c).slice(0, 30),
    language: locale,
    form,
  }
  return choiceAnswer(visit, chosen, wrong, 404)
}

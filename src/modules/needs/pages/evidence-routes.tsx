import { Hono } from 'hono'
import { inTransaction, type Visit, type VisitEnv } from '#modules/accounts'
import { coursesOf, isOpenOn } from '#modules/courses'
import { figureOf } from '#modules/disclosure'
import { municipalitiesOf } from '#modules/region'
import { attachmentHeaders } from '#platform/http/attachment.ts'
import { docxJob, paperTypes, pdfJob } from '#platform/paper/paper-job.ts'
import { paperWriters, type PaperWriters } from '#platform/paper/writing.ts'
import { csvText } from '#platform/values/csv.ts'
import { dayOf } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { demandLines } from '../core/demand.ts'
import { mayPool } from '../core/policy.ts'
import { latestSnapshot, shownBatches } from '../demand-store.ts'
import { csvOf, factsIn, paperOf, type Evidence } from './evidence.ts'
import { EvidencePage } from './evidence-page.tsx'
import { evidenceTextsIn } from './evidence-texts.ts'
import type { Asking, NeedSetting } from './setting.ts'
import { skillNames } from './words.ts'

/** In seconds: how long to wait where too many files are being written. */
const soon = '10'

/** The sheet of evidence for whoever applies to give an education, as a page and as files. */
export function evidenceRoutes(setting: NeedSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  const writers = paperWriters()

  routes.on('GET', bothAddresses('needsEvidence'), async (c) => {
    const visit = c.get('visit')
    if (!mayPool(visit.actor)) return visit.refuse()
    const field = c.req.query('field') ?? ''
    const { evidence, fields } = await evidenceFor(visit, setting, field)
    const { locale } = visit
    return visit.page(
      { title: evidenceTextsIn(locale).title, noindex: true },
      <EvidencePage facts={evidence ? factsIn(evidence) : null} {...{ fields, field, locale }} />,
    )
  })

  routes.on('GET', bothAddresses('needsEvidenceFile'), async (c) => {
    const visit = c.get('visit')
    if (!mayPool(visit.actor)) return visit.refuse()
    const form = /\.(csv|pdf|docx)$/.exec(c.req.param('file') ?? '')?.[1]
    const { evidence } = await evidenceFor(visit, setting, c.req.query('field') ?? '')
    if (!evidence || form === undefined) return c.notFound()
    const name = `underlag-kompetens-${evidence.snapshot.onDay}.${form}`
    if (form === 'csv') return c.body(csvText(csvOf(evidence)), 200, attachmentHeaders(name, 'text/csv'))
    return paperFile(c, evidence, form === 'pdf' ? 'pdf' : 'docx', { writers, name })
  })
  return routes
}

async function paperFile(
  c: Asking,
  evidence: Evidence,
  form: 'pdf' | 'docx',
  { writers, name }: { readonly writers: PaperWriters; readonly name: string },
): Promise<Response> {
  const paper = paperOf(evidence)
  const bytes = await writers.write(form === 'pdf' ? pdfJob(paper) : await docxJob(paper))
  if (bytes === 'busy')
    return c.text(evidenceTextsIn(evidence.reader.locale).busy, 503, { 'Retry-After': soon })
  return c.body(bytes, 200, attachmentHeaders(name, paperTypes[form]))
}

async function evidenceFor(visit: Visit, { concepts, outcomes, origin }: NeedSetting, field: string) {
  const { locale, network, now } = visit
  const known = await inTransaction(visit, async (tx) => ({
    snapshot: await latestSnapshot(tx),
    batches: await shownBatches(tx),
    municipalities: await municipalitiesOf(tx),
    courses: (await coursesOf(tx)).filter((course) => isOpenOn(course, dayOf(now))),
  }))
  const { snapshot, batches, municipalities, courses } = known
  const fields = await concepts.fields()
  const lines = demandLines(batches, { field, place: '' }, () => undefined, figureOf)
  const evidence: Evidence | null = snapshot
    ? {
        snapshot,
        lines,
        field,
        courses,
        names: await skillNames(
          concepts,
          lines.flatMap(({ skill }) => skill ?? []),
        ),
        outcomes: await outcomes(),
        network: inLocale(network.name, locale),
        address: `${origin}${addressOf('needs', locale)}`,
        reader: { locale, municipalities, fields },
      }
    : null
  return { evidence, fields }
}

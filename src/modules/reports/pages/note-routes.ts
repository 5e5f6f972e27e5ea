import { Hono } from 'hono'
import type { Visit, VisitEnv } from '#modules/accounts'
import { noteOf, type LeaderNote } from '#modules/patterns'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import type { Block, Paper } from '#platform/paper/paper.ts'
import type { PaperWriters, WritingJob } from '#platform/paper/writing.ts'
import { pdfJob } from '#platform/paper/paper-job.ts'
import { fileTypes } from './report-files.ts'
import { textsIn } from './texts.ts'
import { plain, said } from './words.ts'

/** In seconds: how long to wait where too many files are being written. */
const soon = '10'
const files = { 'note.pdf': 'pdf', 'note.docx': 'docx' } as const

/** The files of a note to the leaders that a pattern was raised to. */
export function noteFileRoutes(writers: PaperWriters, origin: string): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('patternNoteFile'), async (c) => {
    const visit = c.get('visit')
    if (!visit.actor) return visit.refuse()
    const name = c.req.param('file') ?? ''
    const id = c.req.param('pattern') ?? ''
    const note = name in files && /^[\da-f-]{36}$/.test(id) ? await noteOf(visit, id) : null
    if (!note) return c.notFound()
    const form = files[name as keyof typeof files]
    const address = `${origin}${addressOf('patternNote', visit.locale, { pattern: id })}`
    const bytes = await writers.write(jobOf(form, paperOf(note, visit, address)))
    if (bytes === 'busy') return c.text(textsIn(visit.locale).choose.busy, 503, { 'Retry-After': soon })
    return c.body(bytes, 200, {
      'Content-Type': fileTypes[form],
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  return routes
}

function jobOf(form: 'pdf' | 'docx', paper: Paper): WritingJob {
  if (form === 'pdf') return pdfJob(paper)
  return { kind: 'docx', stampedAt: paper.stampedAt, paper, pictures: [], template: null }
}

function paperOf(note: LeaderNote, { locale, network }: Visit, footer: string): Paper {
  return {
    title: note.title,
    subtitle: note.subtitle,
    author: inLocale(network.name, locale),
    language: locale,
    contents: '',
    footer,
    stampedAt: note.raisedAt,
    blocks: note.parts.flatMap(({ id, heading, paragraphs, said: words }): Block[] => [
      { kind: 'heading', level: 1, id, text: heading },
      ...paragraphs.map((text): Block => ({ kind: 'paragraph', phrases: [plain(text)] })),
      ...words.map((text): Block => ({ kind: 'paragraph', phrases: [said(text, locale)] })),
    ]),
  }
}

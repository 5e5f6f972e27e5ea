import { strFromU8, unzipSync } from 'fflate'
import { Hono } from 'hono'
import mammoth from 'mammoth'
import { renderToString } from 'preact-render-to-string'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Visit, VisitEnv } from '../src/modules/accounts/index.ts'
import type { TestDatabase } from './database.ts'
import { bookIn } from '../src/platform/office/xlsx-book.ts'
import { usualLimits } from '../src/modules/imports/file/limits.ts'
import type { Planted, Who } from '../src/modules/programme/testing.ts'
import { reportRoutes } from '../src/modules/reports/pages/routes.tsx'

export const origin = 'https://samsyn.example.org'

/** The module's pages and files as somebody meets them; a page is its title and its content. */
export function visitedBy(planted: Planted, who: Who, asOf?: Date): Hono<VisitEnv> {
  const app = new Hono<VisitEnv>()
  app.use(async (c, next) => {
    const visit: Visit = {
      ...planted.context(who),
      asOf,
      network: planted.network,
      locale: c.req.path.startsWith('/en') ? 'en' : 'sv',
      page: (head, content, status = 200) =>
        c.html<string>(`<title>${head.title}</title>${renderToString(content)}`, status),
      refuse: () => c.text('refused', 403),
    }
    c.set('visit', visit)
    await next()
  })
  return app.route('/', reportRoutes({ origin }))
}

/** A PDF as a reader that knows nothing of how it was made finds it. */
export async function readPdf(bytes: Uint8Array) {
  const document = await openedPdf(bytes)
  const { info } = await document.getMetadata()
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    pages.push({
      text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
      tree: (await page.getStructTree()) as StructNode | null,
    })
  }
  return {
    title: (info as { Title?: string }).Title,
    language: (info as { Language?: string }).Language,
    isMarked: (await document.getMarkInfo())?.Marked,
    outline: ((await document.getOutline()) ?? []).map(({ title }) => title),
    pages,
    roles: pages.flatMap(({ tree }) => (tree ? rolesIn(tree) : [])),
    alts: pages.flatMap(({ tree }) => (tree ? altsIn(tree) : [])),
    // Lines and words are parted as the page is wide; only what is said counts.
    text: squeezed(pages.map(({ text }) => text).join(' ')),
  }
}

/** The program's own reader leaves its worker where this one, of another version, would find it. */
async function openedPdf(bytes: Uint8Array) {
  const place = globalThis as { pdfjsWorker?: unknown }
  const programs = place.pdfjsWorker
  delete place.pdfjsWorker
  try {
    return await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  } finally {
    place.pdfjsWorker = programs
  }
}

interface StructNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

function rolesIn({ role, children = [] }: StructNode): string[] {
  return [...(role ? [role] : []), ...children.flatMap(rolesIn)]
}

function altsIn({ alt, children = [] }: StructNode): string[] {
  return [...(alt ? [alt] : []), ...children.flatMap(altsIn)]
}

/** What somebody wrote, without the control characters that no file can hold. */
export function holdable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, (character) => (character === '\n' ? character : ''))
}

/** A text without its spaces, hyphens at the ends of lines and soft marks. */
export function squeezed(text: string): string {
  return text.replaceAll(/[\s\u00ad\u200b-]+/g, '')
}

/** A Word file as HTML and as plain text. */
export async function readWord(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes)
  const [{ value: html }, { value: text }] = [
    await mammoth.convertToHtml({ buffer }),
    await mammoth.extractRawText({ buffer }),
  ]
  return { html, text, parts: partsOf(bytes) }
}

/** The parts of an office file that are XML, by their names. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = unzipSync(new Uint8Array(bytes))
  return new Map(
    Object.entries(files)
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  )
}

/** Every sheet of a workbook, by its name: rows of what stands in their cells. */
export function readWorkbook(bytes: Uint8Array) {
  const read = bookIn(bytes, usualLimits)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.sheets
}

/** Says a word for Ale, as the owner, after whatever stands there. */
export async function sayForAle(
  { ownerDb }: TestDatabase,
  { network }: Planted,
  text: string,
  saidAt: Date,
): Promise<void> {
  const place = { networkId: network.id, municipality: '1440', interventionId: 'fortbilda-anstallda' }
  const { version } = await ownerDb
    .selectFrom('word')
    .select((select) => select.fn.max('version').as('version'))
    .where('networkId', '=', place.networkId)
    .where('municipality', '=', place.municipality)
    .where('interventionId', '=', place.interventionId)
    .executeTakeFirstOrThrow()
  await ownerDb
    .insertInto('word')
    .values({
      ...place,
      version: version + 1,
      status: 'stuck',
      text,
      ownerId: null,
      deputyId: null,
      milestone: text.slice(0, 150),
      milestoneOn: '2027-03-14',
      isExample: false,
      saidAt,
      saidBy: null,
    })
    .execute()
}

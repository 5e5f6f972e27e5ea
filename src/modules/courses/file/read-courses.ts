import { gridOf, usualLimits, type TableInput } from '#modules/imports'
import { columnLetter, type SheetRow } from '#platform/office/cell.ts'
import { cleaned, folded } from '#platform/values/cleaned.ts'
import { isDay } from '#platform/values/dates.ts'
import type { Course, CourseForm } from '../core/course.ts'

/** What is wrong with one cell, or with the table where it has no place. */
export interface CellFault {
  readonly cell: string | null
  readonly problem:
    | 'unreadable'
    | 'heading-missing'
    | 'nothing'
    | 'title-missing'
    | 'provider-missing'
    | 'form-unknown'
    | 'pace-invalid'
    | 'place-unknown'
    | 'day-invalid'
    | 'link-invalid'
    | 'text-too-long'
    | 'twice'
  /** What stands there, or the heading that is missing. */
  readonly got: string
}

/** A course as the table says it, with the words that tell what it gives. */
export interface ReadCourse {
  readonly course: Omit<Course, 'concepts'>
  readonly words: string
}

export type CourseReading =
  | { readonly ok: true; readonly courses: readonly ReadCourse[] }
  | { readonly ok: false; readonly faults: readonly CellFault[] }

interface Known {
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly today: string
  /** Said of every course. */
  readonly origin: string
}

const headings: Readonly<Record<string, keyof Columns>> = {
  id: 'id',
  titel: 'title',
  kurs: 'title',
  title: 'title',
  anordnare: 'provider',
  provider: 'provider',
  kompetens: 'words',
  skill: 'words',
  form: 'form',
  takt: 'pace',
  pace: 'pace',
  kommun: 'municipality',
  municipality: 'municipality',
  ort: 'place',
  place: 'place',
  start: 'startsOn',
  pris: 'price',
  price: 'price',
  sprak: 'language',
  language: 'language',
  lank: 'link',
  link: 'link',
  kontrollerad: 'checkedOn',
  checked: 'checkedOn',
}

interface Columns {
  readonly id: string
  readonly title: string
  readonly provider: string
  readonly words: string
  readonly form: string
  readonly pace: string
  readonly municipality: string
  readonly place: string
  readonly startsOn: string
  readonly price: string
  readonly language: string
  readonly link: string
  readonly checkedOn: string
}

const forms: Readonly<Record<string, CourseForm>> = {
  'pa plats': 'on-site',
  'on site': 'on-site',
  'pa distans': 'distance',
  distans: 'distance',
  distance: 'distance',
  'delvis distans': 'mixed',
  mixed: 'mixed',
}
const longest = 300
const mostFaults = 200

/** The courses of a table, from Excel, CSV or pasted; all of them, or every cell that is wrong. */
export function readCourses(input: TableInput, known: Known): CourseReading {
  const grid = gridOf(input, usualLimits)
  if (!grid.ok) return { ok: false, faults: [{ cell: null, problem: 'unreadable', got: '' }] }
  const rows = grid.value.sheets.find((sheet) => sheet.rows.length > 0)?.rows ?? []
  const [head, ...body] = rows
  const columns = columnsIn(head)
  const missing = (['title', 'provider', 'form'] as const).filter((name) => !columns.has(name))
  if (missing.length > 0)
    return {
      ok: false,
      faults: missing.map((name) => ({ cell: null, problem: 'heading-missing', got: inSwedish[name] })),
    }
  if (body.length === 0) return { ok: false, faults: [{ cell: null, problem: 'nothing', got: '' }] }
  const reading = new Reading(columns, known)
  const courses = body.map((row) => reading.courseIn(row))
  return reading.faults.length > 0
    ? { ok: false, faults: reading.faults.slice(0, mostFaults) }
    : { ok: true, courses }
}

const inSwedish = { title: 'titel', provider: 'anordnare', form: 'form' } as const

function columnsIn(head: SheetRow | undefined): ReadonlyMap<keyof Columns, number> {
  const found = new Map<keyof Columns, number>()
  for (const [column, { text }] of head?.cells ?? []) {
    const name = headings[folded(text)]
    if (name && !found.has(name)) found.set(name, column)
  }
  return found
}

/** One table as it is read, row by row; what is wrong gathers. */
class Reading {
  readonly faults: CellFault[] = []
  readonly #ids = new Set<string>()
  readonly #columns: ReadonlyMap<keyof Columns, number>
  readonly #known: Known

  constructor(columns: ReadonlyMap<keyof Columns, number>, known: Known) {
    this.#columns = columns
    this.#known = known
  }

  courseIn(row: SheetRow): ReadCourse {
    const said = (name: keyof Columns) => this.#said(row, name)
    const [title, provider] = [said('title'), said('provider')]
    if (title === '') this.#fault(row, 'title', 'title-missing')
    if (provider === '') this.#fault(row, 'provider', 'provider-missing')
    const form = forms[folded(said('form'))]
    if (!form) this.#fault(row, 'form', 'form-unknown')
    const link = said('link')
    if (link !== '' && !/^https?:\/\/\S+$/.test(link)) this.#fault(row, 'link', 'link-invalid')
    const [startsOn, checkedOn] = [this.#day(row, 'startsOn'), this.#day(row, 'checkedOn')]
    const sourceId = said('id') || [title, provider, said('place'), startsOn ?? ''].join(' | ')
    if (this.#ids.has(sourceId)) this.#fault(row, 'title', 'twice')
    this.#ids.add(sourceId)
    const course = {
      source: 'file' as const,
      sourceId,
      title,
      provider,
      form: form ?? 'on-site',
      pace: this.#pace(row),
      municipality: this.#municipality(row),
      place: said('place'),
      startsOn,
      price: said('price'),
      language: said('language'),
      link,
      checkedOn: checkedOn ?? this.#known.today,
      origin: this.#known.origin,
      isExample: false,
    }
    return { course, words: `${said('words')} ${title}` }
  }

  #said(row: SheetRow, name: keyof Columns): string {
    const text = cleaned(row.cells.get(this.#columns.get(name) ?? -1)?.text ?? '')
    if ([...text].length <= longest) return text
    this.#fault(row, name, 'text-too-long')
    return ''
  }

  #day(row: SheetRow, name: 'startsOn' | 'checkedOn'): string | null {
    const value = row.cells.get(this.#columns.get(name) ?? -1)?.value
    const text = value?.kind === 'day' ? value.day : this.#said(row, name)
    if (text === '' || isDay(text)) return text || null
    this.#fault(row, name, 'day-invalid')
    return null
  }

  #pace(row: SheetRow): number | null {
    const text = this.#said(row, 'pace').replace(/\s*%$/, '')
    if (text === '') return null
    if (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100) return Number(text)
    this.#fault(row, 'pace', 'pace-invalid')
    return null
  }

  #municipality(row: SheetRow): string | null {
    const text = this.#said(row, 'municipality')
    if (text === '') return null
    const wanted = text.toLowerCase()
    const place = this.#known.places.find(({ code, name }) => code === text || name.toLowerCase() === wanted)
    if (!place) this.#fault(row, 'municipality', 'place-unknown')
    return place?.code ?? null
  }

  #fault(row: SheetRow, name: keyof Columns, problem: CellFault['problem']): void {
    const column = this.#columns.get(name) ?? 0
    const got = cleaned(row.cells.get(column)?.text ?? '').slice(0, 60)
    this.faults.push({ cell: `${columnLetter(column)}${row.number}`, problem, got })
  }
}

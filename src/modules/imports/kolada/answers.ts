import { z } from 'zod'
import { SourceFailure } from '../core/source-failure.ts'
import { sameService } from '../core/same-service.ts'
import { storableJson } from '#platform/values/storable.ts'
import { askedFor } from './addresses.ts'
import { shortened } from './asking.ts'

/** Kolada writes yes and no as `true`/`false` in some answers and as 1/0 in others. */
const YesNo = z.union([z.boolean(), z.literal([0, 1])]).transform(Boolean)
/** Years come as numbers and as text. */
const Year = z.union([z.int(), z.string().regex(/^\d{4}$/)]).transform(Number)
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? null)

const KpiRecord = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  description: Text,
  is_divided_by_gender: YesNo,
  municipality_type: z.string(),
  auspice: Text,
  operating_area: Text,
  perspective: Text,
  publication_date: Text,
  prel_publication_date: Text,
  publ_period: Year.nullish().transform((year) => year ?? null),
  has_ou_data: YesNo,
})
/** A KPI as Kolada writes it. */
export type KpiRecord = z.infer<typeof KpiRecord>

const PlaceRecord = z.object({ id: z.string().min(1), title: z.string().min(1), type: z.string() })
/** A municipality (`K`), a region or the country (`L`). */
export type PlaceRecord = z.infer<typeof PlaceRecord>

const GroupRecord = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  members: z.array(z.object({ member_id: z.string().min(1), member_title: z.string() })),
})
/** Municipalities, or regions, that Kolada takes together. */
type GroupRecord = z.infer<typeof GroupRecord>

const DataRecord = z.object({
  kpi: z.string().min(1),
  municipality: z.string().min(1),
  period: Year,
  values: z.array(
    z
      .object({
        gender: z.string(),
        value: z.number().nullable(),
        status: z.string().nullish(),
        count: z.int().nullish(),
        isdeleted: YesNo.nullish(),
        is_deleted: YesNo.nullish(),
      })
      .transform(({ gender, value, status, count, isdeleted, is_deleted: isDeleted }) => ({
        gender,
        value,
        status: status ?? '',
        count: count ?? null,
        isDeleted: isdeleted ?? isDeleted ?? false,
      })),
  ),
})
/** The values of one KPI, place and year: one for each gender. */
export type DataRecord = z.infer<typeof DataRecord>

/** What an answer to each kind of question holds. */
export interface RecordOf {
  readonly kpis: KpiRecord
  readonly municipalities: PlaceRecord
  readonly groups: GroupRecord
  readonly data: DataRecord
}
export type Kind = keyof RecordOf

const records: { readonly [K in Kind]: z.ZodType<RecordOf[K]> } = {
  kpis: KpiRecord,
  municipalities: PlaceRecord,
  groups: GroupRecord,
  data: DataRecord,
}

const Envelope = z.object({ values: z.array(z.unknown()), next_url: z.string().nullish() })

/** What stands on a page, and the address of the next. */
export interface Answer<K extends Kind> {
  readonly records: readonly RecordOf[K][]
  readonly next: string | null
}

/** Reads a page, or throws the `SourceFailure` that says what is wrong with it. */
export function readAnswer<K extends Kind>(kind: K, address: string, raw: string): Answer<K> {
  const page = parsed(Envelope, jsonOf(address, raw), address)
  const read = parsed(z.array(records[kind]), page.values, address, 'values')
  if (kind === 'data') refuseWhatWasNotAsked(address, read as readonly DataRecord[])
  return { records: read, next: nextOf(address, page) }
}

function jsonOf(address: string, raw: string): unknown {
  try {
    return storableJson(raw)
  } catch (error) {
    const what = /^\s*<(?:!doctype|html)/i.test(raw) ? 'a web page' : 'no JSON'
    throw new SourceFailure('wrong-shape', address, `${what}: ${shortened(raw) || '(nothing)'}`, error)
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown, address: string, within?: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = [...(within === undefined ? [] : [within]), ...(issue?.path ?? [])].join('.')
  const detail = `${path || 'answer'}: ${shortened(issue?.message ?? 'not understood')}`
  throw new SourceFailure('wrong-shape', address, detail)
}

function nextOf(address: string, page: z.infer<typeof Envelope>): string | null {
  if (page.next_url === undefined) {
    const perPage = Number(new URL(address).searchParams.get('per_page') ?? '0')
    // A page that is not full is the last. A full one without the field may be a renamed field, and half the figures.
    if (page.values.length < perPage) return null
    throw new SourceFailure('wrong-shape', address, 'next_url: missing on a full page')
  }
  if (page.next_url === null || page.next_url === '') return null
  const next = sameService(address, page.next_url)
  if (next === null) {
    throw new SourceFailure(
      'wrong-shape',
      address,
      `next_url: leads elsewhere, to ${shortened(page.next_url)}`,
    )
  }
  return next
}

/** A service that overlooks a part of the question answers something else, correct in every field. */
function refuseWhatWasNotAsked(address: string, rows: readonly DataRecord[]): void {
  const kpis = askedFor(address, 'kpi')
  const places = askedFor(address, 'municipality')
  const years = askedFor(address, 'year')
  const other = rows.find(
    (row) =>
      !isAsked(kpis, row.kpi) || !isAsked(places, row.municipality) || !isAsked(years, String(row.period)),
  )
  if (other === undefined) return
  const what = `${other.kpi}, ${other.municipality}, ${other.period}`
  throw new SourceFailure('wrong-shape', address, `values: ${what} was not asked for`)
}

function isAsked(ids: ReadonlySet<string> | null, id: string): boolean {
  return ids === null || ids.has(id)
}

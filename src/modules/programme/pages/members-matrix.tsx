import { dayOf, daysBetween } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { SelectField, type Option } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Matrix, type MatrixCell } from '#ui/matrix.tsx'
import type { Cell } from '../core/cell.ts'
import type { CellGrid, GridEntry } from '../core/cell-grid.ts'
import {
  matrixFilters,
  matrixOrders,
  rowsLookedAt,
  type LookedAtRow,
  type Looking,
  type MatrixFilter,
  type MatrixOrder,
} from '../core/matrix-view.ts'
import { standingOf } from '../core/status.ts'
import { columnsOf, Legend, rowFor } from './matrix.tsx'
import { membersMatrixTextsIn } from './members-matrix-texts.ts'
import { ExampleNotice } from './notices.tsx'
import { textsIn } from './texts.ts'
import { ago, cellHref, toneOf, type Reader } from './words.ts'

/** What is asked of the matrix, in the address. */
export interface MatrixAsked {
  readonly filter: MatrixFilter
  readonly order: MatrixOrder
}

const names: Record<Locale, Record<keyof MatrixAsked, string>> = {
  sv: { filter: 'visa', order: 'ordna' },
  en: { filter: 'show', order: 'order' },
}

/** Reads what is asked, in either language's words; what is no choice is the usual one. */
export function matrixAsked(query: (name: string) => string | undefined): MatrixAsked {
  const word = (part: keyof MatrixAsked) => query(names.sv[part]) ?? query(names.en[part])
  return {
    filter: matrixFilters.find((one) => one === word('filter')) ?? 'all',
    order: matrixOrders.find((one) => one === word('order')) ?? 'number',
  }
}

interface MembersMatrixProps {
  readonly grid: CellGrid
  readonly asked: MatrixAsked
  readonly looking: Looking
  readonly reader: Reader
}

function choices<Choice extends string>(
  all: readonly Choice[],
  words: Readonly<Record<Choice, string>>,
): readonly Option[] {
  return all.map((value) => ({ value, label: words[value] }))
}

const place = 'hela-bilden'

/** The whole matrix with what members know besides the status: how old each word is, and whether anybody answers for it. */
export function MembersMatrix({ grid, asked, looking, reader }: MembersMatrixProps) {
  const { locale, words } = reader
  const texts = membersMatrixTextsIn(locale)
  if (grid.entries.length === 0) return null
  const rows = rowsLookedAt(grid, asked.filter, asked.order, looking)
  const found = rows.flatMap(({ entries }) => entries.filter((one) => one.isLookedFor))
  return (
    <Section id="bilden" title={texts.title} lead={texts.lead}>
      <ExampleNotice entries={grid.entries} locale={locale} />
      <ChoiceForm action={addressOf('work', locale)} swap={place} submit={texts.show}>
        <SelectField
          name={names[locale].filter}
          label={texts.filter}
          value={asked.filter}
          options={choices(matrixFilters, { ...words.labels, ...texts.filters })}
        />
        <SelectField
          name={names[locale].order}
          label={texts.order}
          value={asked.order}
          options={choices(matrixOrders, texts.orders)}
        />
      </ChoiceForm>
      <div id={place}>
        <h3>{texts.caption(found.length, grid.entries.length)}</h3>
        {rows.length === 0 ? (
          <p class="empty">{texts.nothing}</p>
        ) : (
          <Signs grid={grid} rows={rows} reader={reader} />
        )}
      </div>
      <p class="row">
        <LinkButton href={addressOf('matrixCsv', locale)} variant="secondary" download>
          {texts.csv}
        </LinkButton>
        <LinkButton href={addressOf('matrixXlsx', locale)} variant="secondary" download>
          {texts.xlsx}
        </LinkButton>
      </p>
    </Section>
  )
}

interface SignsProps {
  readonly grid: CellGrid
  readonly rows: readonly LookedAtRow[]
  readonly reader: Reader
}

function Signs({ grid, rows, reader }: SignsProps) {
  const { locale } = reader
  const texts = textsIn(locale)
  const at = new Map(
    rows.flatMap(({ intervention, entries }) =>
      entries.map((one) => [`${intervention.id} ${one.entry.municipality.code}`, one]),
    ),
  )
  return (
    <>
      <Matrix
        caption={texts.matrix.caption}
        corner={texts.matrix.intervention}
        columns={columnsOf(grid, locale)}
        groups={[
          { key: 'all', label: '', rows: rows.map(({ intervention }) => rowFor(intervention, locale)) },
        ]}
        cell={(row, column) => {
          const one = at.get(`${row.key} ${column.key}`)
          if (!one) return { tone: toneOf['not-reported'], label: '', title: '' }
          return { ...signOf(one.entry, reader), isFaint: !one.isLookedFor }
        }}
      />
      <Legend entries={rows.flatMap(({ entries }) => entries.map(({ entry }) => entry))} reader={reader} />
    </>
  )
}

function signOf(entry: GridEntry, reader: Reader): MatrixCell {
  const { locale } = reader
  const texts = textsIn(locale)
  const standing = standingOf(entry.cell)
  const label = [reader.words.labels[standing], ...(entry.cell ? knownOf(entry.cell, reader) : [])].join(', ')
  return {
    tone: toneOf[standing],
    label,
    title: texts.matrix.cell(entry.municipality.name, inLocale(entry.intervention.name, locale), label),
    href: cellHref(entry, locale),
    note: entry.cell ? noteOf(entry.cell, reader) : '',
  }
}

/** In words what the note says by its length alone. */
function knownOf({ saidAt, owner }: Cell, reader: Reader): readonly string[] {
  const texts = membersMatrixTextsIn(reader.locale)
  return [ago(saidAt, reader), owner?.name ? texts.owner(owner.name) : texts.noOwner]
}

function noteOf({ saidAt, owner }: Cell, { locale, today }: Reader): string {
  return `${shortAge(daysBetween(dayOf(saidAt), today), locale)}${owner ? '' : ' ○'}`
}

/** `12 d`, `5 v`, `7 mån`, `2 år`: as long as fits below a sign. */
function shortAge(days: number, locale: Locale): string {
  const texts = membersMatrixTextsIn(locale)
  if (days < 14) return texts.days(days)
  if (days < 60) return texts.weeks(Math.floor(days / 7))
  if (days < 730) return texts.months(Math.round(days / 30.44))
  return texts.years(Math.floor(days / 365.25))
}

import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { StatusGlyph, StatusLegend } from '#ui/status.tsx'
import { ScrollRegion } from '#ui/table.tsx'
import { rowOf, type CellGrid, type GridEntry, type GridIntervention } from '../core/cell-grid.ts'
import { countStandings, standingOf } from '../core/status.ts'
import { textsIn } from './texts.ts'
import { cellHref, numbered, toneOf } from './words.ts'

interface MatrixProps {
  /** The whole, one row, or one column. */
  readonly grid: CellGrid
  readonly locale: Locale
  /** What the table is called; by default, that it is all of it. */
  readonly caption?: string
}

/**
 * Interventions against municipalities: every cell is one sign that leads to the municipality's own words.
 * Scrolls within itself, with the interventions' names always in sight.
 */
export function Matrix({ grid, locale, caption }: MatrixProps) {
  const texts = textsIn(locale)
  if (grid.entries.length === 0) return <p class="empty">{texts.matrix.empty}</p>
  const label = caption ?? texts.matrix.caption
  return (
    <>
      <ScrollRegion label={label}>
        <table class="table matrix">
          <caption class="ds-sr-only">{label}</caption>
          <thead>
            <tr>
              <th scope="col" class="sticky">
                {texts.matrix.intervention}
              </th>
              {grid.municipalities.map(({ code, slug, name }) => (
                <th key={code} scope="col" class="matrix__column">
                  <span>
                    <a href={addressOf('municipality', locale, { municipality: slug })}>{name}</a>
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.interventions.map((intervention) => (
              <Row
                key={intervention.id}
                intervention={intervention}
                entries={rowOf(grid, intervention.id)}
                locale={locale}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Legend entries={grid.entries} locale={locale} />
    </>
  )
}

interface RowProps {
  readonly intervention: GridIntervention
  readonly entries: readonly GridEntry[]
  readonly locale: Locale
}

function Row({ intervention, entries, locale }: RowProps) {
  const texts = textsIn(locale)
  return (
    <tr>
      <th scope="row" class="sticky">
        <a href={addressOf('intervention', locale, { intervention: intervention.id })}>
          {numbered(intervention, locale)}
        </a>
      </th>
      {entries.map((entry) => {
        const standing = standingOf(entry.cell)
        const word = texts.standings[standing]
        const name = inLocale(intervention.name, locale)
        return (
          <td key={entry.municipality.code}>
            <a href={cellHref(entry, locale)} title={texts.matrix.cell(entry.municipality.name, name, word)}>
              <StatusGlyph tone={toneOf[standing]} label={word} />
            </a>
          </td>
        )
      })}
    </tr>
  )
}

/** What the signs mean, and how many there are of each. */
function Legend({ entries, locale }: { readonly entries: readonly GridEntry[]; readonly locale: Locale }) {
  const texts = textsIn(locale)
  return (
    <StatusLegend
      label={texts.matrix.legend}
      statuses={countStandings(entries.map(({ cell }) => cell)).map(({ standing, count }) => ({
        tone: toneOf[standing],
        label: texts.standings[standing],
        count: String(count),
      }))}
    />
  )
}

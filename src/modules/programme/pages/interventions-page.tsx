import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card, CardGrid } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { rowOf, type CellGrid } from '../core/cell-grid.ts'
import { retired, treeOf, type AreaBranch, type Framework } from '../core/framework.ts'
import { changesTextsIn } from './changes-texts.ts'
import { Matrix } from './matrix.tsx'
import { ShownNotices } from './notices.tsx'
import { textsIn } from './texts.ts'
import { countsInWords, numbered, type Reader } from './words.ts'

interface InterventionsPageProps {
  readonly framework: Framework
  readonly grid: CellGrid
  readonly reader: Reader
}

/** All interventions, area by area, with how they stand in words; then all of it in one picture. */
export function InterventionsPage({ framework, grid, reader }: InterventionsPageProps) {
  const { locale } = reader
  const texts = textsIn(locale)
  const areas = treeOf(framework).flatMap((goal) => goal.areas)
  const ended = retired(framework.interventions)
  return (
    <Page>
      <PageTitle title={texts.interventions.title} lead={texts.interventions.lead} />
      <ShownNotices programme={framework.programme} entries={grid.entries} locale={locale} />
      {areas.length === 0 && (
        <EmptyState title={texts.interventions.empty}>
          <p>{texts.programme.noneLead}</p>
        </EmptyState>
      )}
      {areas.map((branch) => (
        <AreaSection key={branch.area.id} branch={branch} grid={grid} reader={reader} />
      ))}
      {areas.length > 0 && (
        <Section id="matris" title={texts.matrix.title} lead={texts.matrix.lead}>
          <Matrix grid={grid} reader={reader} />
          <p>
            <a href={addressOf('matrixChanges', locale)}>{changesTextsIn(locale).link}</a>
          </p>
          <p>
            <a href={addressOf('followUps', locale)}>{changesTextsIn(locale).followUps}</a>
          </p>
          <div class="row">
            <LinkButton href={addressOf('matrixCsv', locale)} variant="secondary" download>
              {changesTextsIn(locale).csv}
            </LinkButton>
            <LinkButton href={addressOf('matrixXlsx', locale)} variant="secondary" download>
              {changesTextsIn(locale).xlsx}
            </LinkButton>
          </div>
        </Section>
      )}
      {ended.length > 0 && (
        <Section id="avslutade" title={texts.interventions.retired}>
          <ul>
            {ended.map((one) => (
              <li key={one.id}>
                <a href={addressOf('intervention', locale, { intervention: one.id })}>
                  {inLocale(one.name, locale)}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

interface AreaSectionProps {
  readonly branch: AreaBranch
  readonly grid: CellGrid
  readonly reader: Reader
}

function AreaSection({ branch: { area, interventions }, grid, reader }: AreaSectionProps) {
  const { locale } = reader
  return (
    <Section
      id={`omrade-${area.id}`}
      title={inLocale(area.name, locale)}
      lead={inLocale(area.strategy, locale)}
    >
      <CardGrid columns={3}>
        {interventions.map((one) => (
          <Card
            key={one.id}
            title={numbered(one, locale)}
            href={addressOf('intervention', locale, { intervention: one.id })}
          >
            <p>
              {countsInWords(
                rowOf(grid, one.id).map(({ cell }) => cell),
                reader,
              )}
            </p>
          </Card>
        ))}
      </CardGrid>
    </Section>
  )
}

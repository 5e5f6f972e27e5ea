import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Notice } from '#ui/notice.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { ScrollRegion } from '#ui/table.tsx'
import { textsIn } from './texts.ts'
import type { ToldTree } from './tree-told.ts'

interface TreePageProps {
  /** Null where the network has no programme. */
  readonly tree: ToldTree | null
  /** `?per=2026-11-24` where an earlier day is asked for, so that the picture is of the same. */
  readonly query: string
  readonly locale: Locale
}

/** The goal tree as a picture, and the same as a nested list. */
export function TreePage({ tree, query, locale }: TreePageProps) {
  const texts = textsIn(locale).tree
  if (!tree)
    return (
      <Page>
        <PageTitle title={texts.title} lead={texts.none} />
      </Page>
    )
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} actions={<Files query={query} locale={locale} />} />
      {tree.proposal !== null && (
        <Notice title={textsIn(locale).report.proposal}>
          <p>{tree.proposal}</p>
        </Notice>
      )}
      <ScrollRegion label={texts.title}>
        <img
          class="goal-tree"
          src={`${addressOf('goalTreeSvg', locale)}${query}`}
          alt={shortAlt(tree, locale)}
        />
      </ScrollRegion>
      <Section id="lista" title={texts.asList}>
        <p>{tree.vision}</p>
        <TreeList tree={tree} locale={locale} />
      </Section>
    </Page>
  )
}

function Files({ query, locale }: Pick<TreePageProps, 'query' | 'locale'>) {
  const texts = textsIn(locale).tree
  return (
    <p>
      <a href={`${addressOf('goalTreeSvg', locale)}${query}`}>{texts.svg}</a>
      {', '}
      <a href={`${addressOf('goalTreePdf', locale)}${query}`}>{texts.pdf}</a>
    </p>
  )
}

function TreeList({ tree, locale }: { readonly tree: ToldTree; readonly locale: Locale }) {
  const texts = textsIn(locale).tree
  return (
    <ul>
      {tree.goals.map((goal) => (
        <li key={goal.id}>
          <strong>{goal.name}</strong>
          <ul>
            {goal.areas.map((area) => (
              <li key={area.id}>
                {area.name}
                <ul>
                  {area.interventions.map(({ id, name, indicators }) => (
                    <li key={id}>
                      <a href={addressOf('intervention', locale, { intervention: id })}>{name}</a>
                      <span class="source">
                        {' '}
                        {indicators.length > 0 ? indicators.join('; ') : texts.noIndicators}
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function shortAlt({ goals }: ToldTree, locale: Locale): string {
  const areas = goals.flatMap((goal) => goal.areas)
  const interventions = areas.flatMap((area) => area.interventions)
  return textsIn(locale).tree.alt(goals.length, areas.length, interventions.length)
}

/** All that the picture says, for a file where no list stands beside it. */
export function treeAsText({ vision, goals }: ToldTree, locale: Locale): string {
  const { vision: label, noIndicators } = textsIn(locale).tree
  const leaf = ({ name, indicators }: ToldTree['goals'][number]['areas'][number]['interventions'][number]) =>
    `${name} (${indicators.join('; ') || noIndicators})`
  const parts = goals.map(
    (goal) =>
      `${goal.name}: ${goal.areas.map((area) => `${area.name}: ${area.interventions.map(leaf).join(', ')}`).join('. ')}`,
  )
  return [`${label}: ${vision}`, ...parts].join('\n')
}

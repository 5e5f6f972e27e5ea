import type { VNode } from 'preact'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Card, CardGrid } from '#ui/card.tsx'
import { LinkButton } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { live, treeOf, type Framework, type GoalBranch } from '../core/framework.ts'
import { ProposalNotice, ProposalTag } from './notices.tsx'
import { StandingStatus } from './standing-status.tsx'
import { textsIn } from './texts.ts'
import { versionsTextsIn } from './versions-texts.ts'
import { numbered, type Reader } from './words.ts'

interface ProgrammePageProps {
  readonly framework: Framework
  /** What each of them has decided. */
  readonly decided: VNode | null
  readonly reader: Reader
  readonly mayEdit: boolean
}

/** What the municipalities work towards together, and what each of them has decided. */
export function ProgrammePage({ framework, decided, reader, mayEdit }: ProgrammePageProps) {
  const { locale } = reader
  const { programme: texts } = textsIn(locale)
  const { programme } = framework
  return (
    <Page>
      <PageTitle
        eyebrow={texts.title}
        title={programme ? inLocale(programme.name, locale) : texts.none}
        lead={programme ? inLocale(programme.vision, locale) : texts.noneLead}
        tags={programme?.isProposal && <ProposalTag programme={programme} locale={locale} />}
        actions={mayEdit && <ToFramework reader={reader} />}
      />
      <ProposalNotice programme={programme} locale={locale} />
      <Goals framework={framework} reader={reader} />
      <StatusWords framework={framework} reader={reader} />
      {programme && (
        <p>
          <a href={addressOf('programmeVersions', locale)}>{versionsTextsIn(locale).link}</a>
        </p>
      )}
      {decided}
    </Page>
  )
}

function ToFramework({ reader: { locale } }: { readonly reader: Reader }) {
  return (
    <LinkButton href={addressOf('framework', locale)} variant="secondary">
      {textsIn(locale).programme.toFramework}
    </LinkButton>
  )
}

function Goals({ framework, reader }: { readonly framework: Framework; readonly reader: Reader }) {
  const { programme: texts } = textsIn(reader.locale)
  const branches = treeOf(framework)
  if (branches.length === 0) {
    return <EmptyState title={texts.emptyTitle}>{framework.programme && <p>{texts.noneLead}</p>}</EmptyState>
  }
  return (
    <Section
      id="mal"
      title={texts.goals}
      lead={texts.goalsLead(
        branches.length,
        live(framework.areas).length,
        live(framework.interventions).length,
      )}
    >
      {branches.map((branch, at) => (
        <Goal key={branch.goal.id} branch={branch} position={at + 1} reader={reader} />
      ))}
    </Section>
  )
}

/** What the network calls how something stands, and what it means by it. */
function StatusWords({ framework, reader }: { readonly framework: Framework; readonly reader: Reader }) {
  const { programme: texts } = textsIn(reader.locale)
  const { meanings } = reader.words
  return (
    <Section id="status" title={texts.statuses}>
      <Table
        caption={texts.statuses}
        captionHidden
        size="compact"
        rows={live(framework.statuses)}
        rowKey={({ id }) => id}
        columns={[
          {
            label: texts.status,
            rowHeader: true,
            cell: ({ id }) => <StandingStatus standing={id} words={reader.words} />,
          },
          { label: texts.meaning, cell: ({ id }) => meanings[id] },
        ]}
      />
    </Section>
  )
}

interface GoalProps {
  readonly branch: GoalBranch
  readonly position: number
  readonly reader: Reader
}

function Goal({ branch: { goal, areas }, position, reader }: GoalProps) {
  const { locale } = reader
  return (
    <Section
      level={3}
      id={`mal-${goal.id}`}
      title={`${textsIn(locale).programme.goal(position)}: ${inLocale(goal.name, locale)}`}
      lead={inLocale(goal.text, locale)}
    >
      <CardGrid columns={2}>
        {areas.map(({ area, interventions }) => (
          <Card key={area.id} title={inLocale(area.name, locale)} titleLevel={4}>
            <p>{inLocale(area.strategy, locale)}</p>
            <ul>
              {interventions.map((one) => (
                <li key={one.id}>
                  <a href={addressOf('intervention', locale, { intervention: one.id })}>
                    {numbered(one, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </CardGrid>
    </Section>
  )
}

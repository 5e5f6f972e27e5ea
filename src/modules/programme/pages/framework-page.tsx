import type { Choice } from '#modules/indicators'
import { editIndicatorAddress, newIndicatorAddress } from '#modules/indicators'
import { inLocale, type Bilingual, type Locale } from '#platform/values/locale.ts'
import { LinkButton } from '#ui/button.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Status, type StatusTone } from '#ui/status.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { live, partKinds, type AddedKind, type Framework, type PartKind } from '../core/framework.ts'
import { newPartHref, partHref } from './framework-addresses.ts'
import { frameworkTextsIn } from './framework-texts.ts'
import { ProposalNotice, ProposalTag } from './notices.tsx'
import { toneOf } from './words.ts'

interface FrameworkPageProps {
  readonly framework: Framework
  readonly indicators: readonly Choice[]
  readonly locale: Locale
  readonly isSaved: boolean
}

/** Everything that the network shares, each with the way to its form. */
export function FrameworkPage({ framework, indicators, locale, isSaved }: FrameworkPageProps) {
  const texts = frameworkTextsIn(locale)
  return (
    <Page>
      {isSaved && <Notice tone="success" title={texts.saved} live />}
      <PageTitle title={texts.title} lead={texts.lead} />
      <ProposalNotice programme={framework.programme} locale={locale} />
      <ProgrammeSection framework={framework} locale={locale} />
      {partKinds.map((kind) => (
        <PartSection key={kind} kind={kind} framework={framework} locale={locale} />
      ))}
      <Section
        id="indikatorer"
        title={texts.indicators}
        action={
          <LinkButton href={newIndicatorAddress(locale)} variant="secondary">
            {texts.addIndicator}
          </LinkButton>
        }
      >
        <Table
          caption={texts.indicators}
          captionHidden
          size="compact"
          rows={indicators}
          rowKey={({ id }) => id}
          empty={texts.empty}
          columns={[
            { label: texts.place, numeric: true, cell: ({ headline }) => headline ?? '' },
            nameColumn(locale, ({ id }) => editIndicatorAddress(id, locale), texts.retiredPart),
          ]}
        />
      </Section>
    </Page>
  )
}

function ProgrammeSection({
  framework: { programme },
  locale,
}: {
  readonly framework: Framework
  readonly locale: Locale
}) {
  const texts = frameworkTextsIn(locale)
  if (!programme) return null
  return (
    <Section
      id="program"
      title={texts.programme}
      lead={inLocale(programme.vision, locale)}
      action={
        <LinkButton href={partHref('programme', '', locale)} variant="secondary">
          {texts.editProgramme}
        </LinkButton>
      }
    >
      <p>
        {inLocale(programme.name, locale)} <ProposalTag programme={programme} locale={locale} />
      </p>
      <p class="empty">{programme.isProposal ? texts.isProposal : texts.isAdopted}</p>
    </Section>
  )
}

interface PartRow {
  readonly id: string
  readonly name: Bilingual
  readonly retiredAt: Date | null
  readonly place: number
  readonly parent?: Bilingual | undefined
  /** Of a status. */
  readonly meaning?: Bilingual
  readonly tone?: StatusTone
}

function PartSection({
  kind,
  framework,
  locale,
}: {
  readonly kind: PartKind
  readonly framework: Framework
  readonly locale: Locale
}) {
  const texts = frameworkTextsIn(locale)
  const belongsTo: Column<PartRow> = {
    label: texts.belongsTo,
    cell: ({ parent }) => parent && inLocale(parent, locale),
  }
  const meaning: Column<PartRow> = {
    label: texts.meaning,
    cell: ({ meaning: text }) => text && inLocale(text, locale),
  }
  const isStatus = kind === 'status'
  return (
    <Section
      id={`delar-${kind}`}
      title={texts.plural[kind]}
      lead={isStatus && texts.statusesLead}
      action={!isStatus && <AddPart kind={kind} framework={framework} locale={locale} />}
    >
      <Table
        caption={texts.plural[kind]}
        captionHidden
        size="compact"
        rows={rowsOf(kind, framework)}
        rowKey={({ id }) => id}
        empty={texts.empty}
        columns={[
          {
            label: kind === 'intervention' ? texts.number : texts.place,
            cell: ({ place }) => place,
          },
          nameColumn(
            locale,
            ({ id }) => partHref(kind, id, locale),
            isStatus ? texts.outOfUse : texts.retiredPart,
          ),
          ...(kind === 'area' || kind === 'intervention' ? [belongsTo] : []),
          ...(isStatus ? [meaning] : []),
        ]}
      />
    </Section>
  )
}

function AddPart({
  kind,
  framework,
  locale,
}: {
  readonly kind: AddedKind
  readonly framework: Framework
  readonly locale: Locale
}) {
  const texts = frameworkTextsIn(locale)
  // An area without a goal, or an intervention without an area, has nowhere to stand.
  if (kind === 'area' && live(framework.goals).length === 0) return <p class="empty">{texts.needsGoal}</p>
  if (kind === 'intervention' && live(framework.areas).length === 0)
    return <p class="empty">{texts.needsArea}</p>
  return (
    <LinkButton href={newPartHref(kind, locale)} variant="secondary">
      {texts.add[kind]}
    </LinkButton>
  )
}

function rowsOf(kind: PartKind, { goals, areas, interventions, statuses }: Framework): readonly PartRow[] {
  switch (kind) {
    case 'goal':
      return goals.map((goal) => ({ ...goal, place: goal.position }))
    case 'area':
      return areas.map((area) => ({
        ...area,
        place: area.position,
        parent: goals.find(({ id }) => id === area.goal)?.name,
      }))
    case 'intervention':
      return interventions.map((one) => ({
        ...one,
        place: one.number,
        parent: areas.find(({ id }) => id === one.area)?.name,
      }))
    case 'status':
      return statuses.map((one) => ({ ...one, place: one.position, meaning: one.text, tone: toneOf[one.id] }))
  }
}

interface NamedRow {
  readonly id: string
  readonly name: Bilingual
  readonly retiredAt: Date | null
  readonly tone?: StatusTone
}

function nameColumn<Row extends NamedRow>(
  locale: Locale,
  hrefOf: (row: Row) => string,
  retiredWord: string,
): Column<Row> {
  const linkOf = (row: Row) => <a href={hrefOf(row)}>{inLocale(row.name, locale)}</a>
  return {
    label: frameworkTextsIn(locale).name,
    rowHeader: true,
    cell: (row) => (
      <>
        {row.tone ? <Status tone={row.tone} label={linkOf(row)} /> : linkOf(row)}
        {row.retiredAt && (
          <>
            {' '}
            <Tag>{retiredWord}</Tag>
          </>
        )}
      </>
    ),
  }
}

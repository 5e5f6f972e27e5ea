import type { ComponentChildren } from 'preact'
import type { Municipality } from '#modules/region'
import { formatMoment } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { PlacedDesk } from '../desk-store.ts'
import { diffOf } from '../core/rule-diff.ts'
import type { RuleVersion } from '../rule-store.ts'
import { RulesList, RulesTable, type RuleWords } from './rules-table.tsx'
import { textsIn } from './texts.ts'

export interface HallPageProps extends RuleWords {
  readonly municipality: Pick<Municipality, 'slug' | 'name'>
  readonly desks: readonly PlacedDesk[]
  /** Names by id, as far as the reader may know them. */
  readonly people: ReadonlyMap<string, string>
  /** The newest first; none for who may not read them. */
  readonly versions: readonly RuleVersion[]
  readonly isMember: boolean
  readonly maySet: boolean
  readonly did: 'saved' | 'closed' | null
}

/** Who takes matters in one municipality and, for the network's people, by which rules. */
export function HallPage(props: HallPageProps) {
  const { municipality, did, isMember, locale } = props
  const { hall: texts } = textsIn(locale)
  return (
    <Page>
      {did && <Notice tone="success" title={texts[did]} live />}
      <PageTitle
        eyebrow={<a href={addressOf('desks', locale)}>{texts.eyebrow}</a>}
        title={municipality.name}
        lead={texts.lead}
      />
      <Desks {...props} />
      {isMember ? (
        <>
          <Rules {...props} />
          <Versions {...props} />
        </>
      ) : (
        <p class="source">{texts.signIn}</p>
      )}
    </Page>
  )
}

function Desks(props: HallPageProps) {
  const { municipality, desks, people, isMember, maySet, locale } = props
  const { hall: texts } = textsIn(locale)
  const open = desks.filter(({ closedAt }) => closedAt === null)
  const person = (id: string | null) => (id === null ? texts.nobody : (people.get(id) ?? texts.someone))
  const columns: Column<PlacedDesk>[] = [
    { label: texts.desk, rowHeader: true, cell: ({ name }) => <span lang="sv">{name}</span> },
    ...(isMember
      ? [
          { label: texts.owner, cell: ({ owner }: PlacedDesk) => person(owner) },
          { label: texts.deputy, cell: ({ deputy }: PlacedDesk) => person(deputy) },
        ]
      : []),
    ...(maySet
      ? [
          {
            label: texts.changeShort,
            cell: ({ id, name }: PlacedDesk) => (
              <a
                href={addressOf('editDesk', locale, { municipality: municipality.slug, desk: id })}
                aria-label={texts.change(name)}
              >
                {texts.changeShort}
              </a>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section
      id="mottagare"
      title={texts.desks}
      action={
        maySet && (
          <Way to="openDesk" {...props}>
            {texts.open}
          </Way>
        )
      }
    >
      {open.length === 0 ? (
        <p class="empty">{texts.noDesks}</p>
      ) : (
        <Table caption={texts.desks} captionHidden rows={open} rowKey={({ id }) => id} columns={columns} />
      )}
    </Section>
  )
}

function Way({
  to,
  municipality,
  locale,
  children,
}: Pick<HallPageProps, 'municipality' | 'locale'> & {
  readonly to: 'openDesk' | 'routingRules'
  readonly children: ComponentChildren
}) {
  return (
    <LinkButton href={addressOf(to, locale, { municipality: municipality.slug })} variant="secondary">
      {children}
    </LinkButton>
  )
}

function Rules(props: HallPageProps) {
  const { desks, versions, maySet, locale } = props
  const { hall: texts } = textsIn(locale)
  const [holding] = versions
  const hasOneDesk = desks.filter(({ closedAt }) => closedAt === null).length === 1
  return (
    <Section
      id="regler"
      title={texts.rules}
      lead={texts.rulesLead}
      action={
        maySet && (
          <Way to="routingRules" {...props}>
            {texts.edit}
          </Way>
        )
      }
    >
      {holding && holding.rules.length > 0 ? (
        <RulesTable {...props} rules={holding.rules} />
      ) : (
        <p class="empty">{texts.noRules}</p>
      )}
      <p>{hasOneDesk ? texts.onlyDesk : texts.severalDesks}</p>
      {holding && <p class="source">{versionLine(holding, props)}</p>}
    </Section>
  )
}

function versionLine({ version, savedAt, savedBy }: RuleVersion, { locale }: Pick<HallPageProps, 'locale'>) {
  const { hall: texts } = textsIn(locale)
  const when = formatMoment(savedAt, locale)
  return savedBy === null ? texts.version(version, when) : texts.versionBy(version, when, savedBy)
}

function Versions(props: HallPageProps) {
  const { municipality, versions, maySet, locale } = props
  const { hall: texts } = textsIn(locale)
  if (versions.length === 0) return null
  return (
    <Section id="versioner" title={texts.history} lead={texts.historyLead}>
      <div>
        {versions.map((one, at) => (
          <Disclosure key={one.version} summary={versionLine(one, props)}>
            <p lang="sv">{one.why}</p>
            <Difference {...props} before={versions[at + 1]?.rules ?? []} after={one.rules} />
            {maySet && at > 0 && (
              <p>
                <a
                  href={`${addressOf('routingRules', locale, { municipality: municipality.slug })}?version=${one.version}`}
                >
                  {texts.takeUp}
                  <span class="ds-sr-only"> {texts.takeUpLong(one.version)}</span>
                </a>
              </p>
            )}
          </Disclosure>
        ))}
      </div>
    </Section>
  )
}

function Difference({
  before,
  after,
  ...words
}: RuleWords & { readonly before: RuleVersion['rules']; readonly after: RuleVersion['rules'] }) {
  const { hall: texts } = textsIn(words.locale)
  const { added, removed } = diffOf(before, after)
  if (added.length === 0 && removed.length === 0) return <p>{texts.same}</p>
  return (
    <>
      {added.length > 0 && (
        <>
          <h3>{texts.added}</h3>
          <RulesList {...words} rules={added} />
        </>
      )}
      {removed.length > 0 && (
        <>
          <h3>{texts.removed}</h3>
          <RulesList {...words} rules={removed} />
        </>
      )}
    </>
  )
}

import { addressOf } from '#ui/addresses.ts'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import type { RuleFault } from '../core/rule-faults.ts'
import type { RoutingRule } from '../core/rule.ts'
import type { Simulation } from '../core/simulation.ts'
import type { PastMatter } from '../kept-matters.ts'
import { deskName, type RuleWords } from './rules-table.tsx'
import { textsIn } from './texts.ts'
import { conditionsInWords } from './words.ts'

/** What came of trying rules on the past. */
export interface Trial {
  readonly rules: readonly RoutingRule[]
  readonly simulation: Simulation<PastMatter>
  readonly faults: ReadonlyMap<number, RuleFault>
  /** The version that they were tried against. */
  readonly version: number
  readonly mark: string
}

type TrialProps = RuleWords & { readonly trial: Trial }

/** How many matters are told of one by one. */
const mostShown = 50

/** What other rules would have done, before they are saved. */
export function TrialSection(props: TrialProps) {
  const { trial, locale } = props
  const { trial: texts } = textsIn(locale)
  const { simulation } = trial
  return (
    <Section
      id="prov"
      title={texts.title}
      lead={simulation.tried === 0 ? texts.nothing : texts.lead(simulation.tried)}
    >
      {simulation.tried > 0 && <Moved {...props} />}
      {simulation.withoutDesk.length > 0 && (
        <>
          <p>{texts.withoutDesk(simulation.withoutDesk.length)}</p>
          <ul>
            {simulation.withoutDesk.slice(0, mostShown).map((matter) => (
              <li key={matter.id}>
                <MatterLink matter={matter} locale={locale} />
              </li>
            ))}
            <More count={simulation.withoutDesk.length} locale={locale} />
          </ul>
        </>
      )}
      <RuleByRule {...props} />
    </Section>
  )
}

function MatterLink({
  matter,
  locale,
}: {
  readonly matter: PastMatter
  readonly locale: RuleWords['locale']
}) {
  return (
    <a href={addressOf('matter', locale, { matter: matter.number })}>
      {matter.number} <span lang="sv">{matter.subject}</span>
    </a>
  )
}

function More({ count, locale }: { readonly count: number; readonly locale: RuleWords['locale'] }) {
  if (count <= mostShown) return null
  return <li>{textsIn(locale).trial.more(count - mostShown)}</li>
}

function Moved(props: TrialProps) {
  const { trial, locale } = props
  const { trial: texts } = textsIn(locale)
  const { moved } = trial.simulation
  const desk = (id: string | null) => (id === null ? texts.byHand : deskName(id, props))
  return (
    <>
      <p>
        <strong>{texts.moved(moved.length)}</strong>
      </p>
      {moved.length > 0 && (
        <Table
          caption={texts.title}
          captionHidden
          size="compact"
          rows={moved.slice(0, mostShown)}
          rowKey={({ matter }) => matter.id}
          columns={[
            { label: texts.matter, cell: ({ matter }) => <MatterLink matter={matter} locale={locale} /> },
            { label: texts.from, cell: ({ from }) => desk(from) },
            { label: texts.to, cell: ({ to }) => desk(to) },
          ]}
        />
      )}
      {moved.length > mostShown && <p>{texts.more(moved.length - mostShown)}</p>}
    </>
  )
}

function RuleByRule(props: TrialProps) {
  const { trial, topics, locale } = props
  const { trial: texts, rules } = textsIn(locale)
  if (trial.rules.length === 0) return null
  const rows = trial.rules.map((rule, at) => ({
    rule,
    at,
    counted: trial.simulation.rules[at] ?? { fits: 0, decides: 0 },
  }))
  const remarks = rows.filter(({ at, counted }) => trial.faults.has(at) || counted.fits === 0).length
  return (
    <Disclosure summary={texts.rules} open={remarks > 0}>
      <Table
        caption={texts.rules}
        captionHidden
        size="compact"
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { label: texts.rule, rowHeader: true, cell: ({ at }) => rules.row(at + 1) },
          {
            label: textsIn(locale).hall.conditions,
            cell: ({ rule }) => `${conditionsInWords(rule, topics, locale)} → ${deskName(rule.desk, props)}`,
          },
          { label: texts.fits, numeric: true, cell: ({ counted }) => counted.fits },
          { label: texts.decides, numeric: true, cell: ({ counted }) => counted.decides },
          {
            label: texts.remark,
            cell: ({ at, counted }) => remarkOf(trial.faults.get(at), counted.fits, texts),
          },
        ]}
      />
    </Disclosure>
  )
}

function remarkOf(
  fault: RuleFault | undefined,
  count: number,
  { faults, neverFitted }: ReturnType<typeof textsIn>['trial'],
): string {
  if (fault) return faults[fault.kind]('beside' in fault ? fault.beside + 1 : 0)
  return count === 0 ? neverFitted : ''
}

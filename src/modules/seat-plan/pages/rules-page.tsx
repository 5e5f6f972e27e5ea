import type { Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { peopleOf, type SeatRule } from '../core/demand.ts'
import { awake } from '../core/problem.ts'
import { ruleKinds } from '../core/rule-form.ts'
import { Findings } from './board-figures.tsx'
import { demandInWords } from './rule-words.ts'
import type { RulesRead } from './rule-routes.tsx'
import { textsIn } from './texts.ts'
import { EventLink } from './event-link.tsx'

/** What is demanded of an event, and what of it cannot be had. */
export function RulesPage({
  read,
  saved,
  locale,
}: {
  readonly read: RulesRead
  readonly saved: string | undefined
  readonly locale: Locale
}) {
  const { rules: texts, after } = textsIn(locale)
  const { event, facts, isReady } = read
  const at = { event: event.id }
  return (
    <Page>
      {saved !== undefined && (
        <Notice tone="success" live>
          <p>{saved === 'ended' ? texts.ended : after.ruleSaved}</p>
        </Notice>
      )}
      <PageTitle
        eyebrow={<EventLink event={event} locale={locale} />}
        title={texts.title}
        lead={texts.lead}
        actions={
          <LinkButton variant="secondary" href={addressOf('seats', locale, at)}>
            {texts.back}
          </LinkButton>
        }
      />
      <Findings board={read} locale={locale} />
      {isReady && <p class="source">{texts.ready}</p>}
      <Table
        caption={texts.caption}
        captionHidden
        empty={texts.none}
        rows={facts.rules}
        rowKey={({ key }) => key}
        columns={[
          {
            label: texts.what,
            rowHeader: true,
            cell: (rule) => <What rule={rule} read={read} locale={locale} />,
          },
          { label: texts.weight, cell: ({ weight }) => weightInWords(weight, locale) },
          { label: texts.why, cell: ({ reason }) => <span class="as-written">{reason}</span> },
          { label: texts.owner, cell: ({ owner }) => owner },
          { label: '', cell: (rule) => <Ways rule={rule} event={event.id} locale={locale} read={read} /> },
        ]}
      />
      <Adding event={event.id} locale={locale} />
      <Section id="varde" title={texts.worthTitle}>
        <p class="prose">{texts.worth}</p>
      </Section>
    </Page>
  )
}

/** One link for each kind of rule. */
function Adding({ event, locale }: { readonly event: string; readonly locale: Locale }) {
  const { rules: texts } = textsIn(locale)
  return (
    <Section id="nytt" title={texts.add}>
      <ul class="rule-kinds">
        {ruleKinds.map((kind) => (
          <li key={kind}>
            <a href={addressOf('newSeatRule', locale, { event, kind })}>{texts.kinds[kind]}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function weightInWords(weight: number | null, locale: Locale): string {
  const { rules: texts } = textsIn(locale)
  if (weight === null) return texts.must
  return texts.weighs(formatNumber(weight, locale, Number.isInteger(weight) ? 0 : 1))
}

interface OfRule {
  readonly rule: SeatRule
  readonly read: RulesRead
  readonly locale: Locale
}

/** The rule in words, and whether it rests because somebody does not come. */
function What({ rule, read, locale }: OfRule) {
  const { rules: texts } = textsIn(locale)
  const { called, facts } = read
  const coming = new Set(facts.participants.flatMap(({ id, state }) => (state === 'yes' ? [id] : [])))
  const missing = peopleOf(rule.demand).filter((id) => !coming.has(id))
  const names = missing.map(called.names.person)
  return (
    <>
      {demandInWords(rule.demand, called, locale)}
      {names.length > 0 && (
        <span class="source"> {awake(rule, coming) ? texts.without(names) : texts.rests(names)}</span>
      )}
    </>
  )
}

function Ways({ rule, event, read, locale }: OfRule & { readonly event: string }) {
  const { rules: texts } = textsIn(locale)
  const href = addressOf('seatRule', locale, { event, rule: rule.key })
  const words = demandInWords(rule.demand, read.called, locale)
  return (
    <div class="row">
      <a href={href} aria-label={`${texts.change}: ${words}`}>
        {texts.change}
      </a>
      <form method="post" action={href}>
        <Hidden name="do" value="end" />
        <Button variant="tertiary" tone="danger">
          {texts.end}
          <span class="ds-sr-only">: {words}</span>
        </Button>
      </form>
    </div>
  )
}

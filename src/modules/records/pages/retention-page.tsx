import { dayOf, formatMoment, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { wordOf } from '../core/authority.ts'
import { kindsOf, type KindId } from '../kinds.ts'
import type { Disposal, Hold, Retention } from '../store.ts'
import { AuthorityChoice, RecordsTitle, type Reader } from './frame.tsx'
import { errorText, textsIn } from './texts.ts'

interface RetentionPageProps {
  readonly reader: Reader
  readonly retentions: ReadonlyMap<string, Retention>
  readonly holds: readonly Hold[]
  readonly disposals: readonly Disposal[]
  readonly isSaved: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** How long an authority keeps each kind of record, what is held all the same, and what has been disposed of. */
export function RetentionPage(props: RetentionPageProps) {
  const { reader, retentions, isSaved, errors } = props
  const { locale, authority, municipalities } = reader
  const texts = textsIn(locale)
  const { retention } = texts
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      {isSaved && <Notice tone="success" title={retention.saved} live />}
      <RecordsTitle here="retention" title={retention.title} lead={retention.lead} locale={locale} />
      <AuthorityChoice reader={reader} action={addressOf('retention', locale)} swap="slag" />
      <div id="slag">
        <Table
          caption={retention.caption}
          rows={kindsOf(authority)}
          rowKey={(kind) => kind}
          columns={[
            {
              label: retention.kind,
              rowHeader: true,
              cell: (kind: KindId) => (
                <a
                  href={`${addressOf('retentionKind', locale, { kind })}?whose=${wordOf(authority, municipalities)}`}
                >
                  {texts.kinds[kind].name}
                </a>
              ),
            },
            {
              label: retention.rule,
              cell: (kind) => ruleInWords(retentions.get(kind), reader),
            },
          ]}
        />
      </div>
      <Holds {...props} />
      <Protocols {...props} />
      <Section id="av-sig-sjalvt" title={retention.byItself}>
        <ul>
          {retention.byItselfItems.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section id="kopior" title={retention.backups}>
        <p>{retention.backupsText}</p>
      </Section>
    </Page>
  )
}

/** What is decided of a kind. */
export function ruleInWords(rule: Retention | undefined, { locale }: Reader): string {
  const { retention: texts } = textsIn(locale)
  if (!rule || (rule.months === null && rule.decision === '')) return texts.preserved
  if (rule.months === null) return texts.preservedBy(rule.decision)
  return texts.after(rule.months, rule.decision, rule.decidedOn ? formatShortDay(rule.decidedOn, locale) : '')
}

function Holds({ reader: { locale }, holds, typed, errors }: RetentionPageProps) {
  const texts = textsIn(locale)
  const { retention } = texts
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
  const action = addressOf('retention', locale)
  return (
    <Section id="hall-kvar" title={retention.holds} lead={retention.holdsLead}>
      {holds.length === 0 && <p class="empty">{retention.noHolds}</p>}
      <ul>
        {holds.map(({ id, number, reason, placedAt }) => (
          <li key={id}>
            <Form action={action} guard={false}>
              <Hidden name="lift" value={id} />
              <p class="row">
                <span>
                  {number}, {retention.holdSince(formatShortDay(dayOf(placedAt), locale))}:{' '}
                  <bdi>{reason}</bdi>
                </span>
                <Button variant="secondary">{retention.lift}</Button>
              </p>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={action}>
        <TextField
          {...shared('matter')}
          label={retention.holdNumber}
          hint={retention.holdNumberHint}
          size={12}
        />
        <TextField {...shared('reason')} label={retention.holdReason} hint={retention.holdReasonHint} />
        <FormActions>
          <Submit>{retention.hold}</Submit>
        </FormActions>
      </Form>
    </Section>
  )
}

function Protocols({ reader: { locale }, disposals }: RetentionPageProps) {
  const texts = textsIn(locale)
  return (
    <Section id="protokoll" title={texts.retention.protocols}>
      <Table
        caption={texts.retention.protocols}
        captionHidden
        rows={disposals}
        rowKey={({ id }) => id}
        empty={texts.retention.noProtocols}
        columns={[
          {
            label: texts.protocol.confirmed,
            rowHeader: true,
            cell: ({ id, confirmedAt }) => (
              <a href={addressOf('disposal', locale, { disposal: id })}>
                {formatMoment(confirmedAt, locale)}
              </a>
            ),
          },
          { label: texts.protocol.kind, cell: ({ kind }) => texts.kinds[kind as KindId].name },
          { label: texts.protocol.count, numeric: true, cell: ({ numbers }) => numbers?.length ?? '–' },
        ]}
      />
    </Section>
  )
}

import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField } from '#ui/choice-field.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, Section } from '#ui/heading.tsx'
import { Table } from '#ui/table.tsx'
import { DateField, TextField } from '#ui/text-field.tsx'
import { wordOf } from '../core/authority.ts'
import type { KindId } from '../kinds.ts'
import type { Disposable, Retention } from '../store.ts'
import { nameOf, RecordsTitle, type Reader } from './frame.tsx'
import { ruleInWords } from './retention-page.tsx'
import { errorText, keptText, textsIn } from './texts.ts'

interface KindPageProps {
  readonly reader: Reader
  readonly kind: KindId
  readonly rule: Retention | undefined
  /** The dry run; null where whoever reads does not speak for these records, or nothing is decided. */
  readonly list: readonly Disposable[] | null
  readonly keeps: boolean
  readonly maySay: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** One kind of record of an authority: what is decided of it, and what would go now. */
export function KindPage(props: KindPageProps) {
  const { reader, kind, rule, errors, maySay } = props
  const { locale } = reader
  const texts = textsIn(locale)
  return (
    <Page>
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <RecordsTitle
        here={null}
        title={texts.kinds[kind].name}
        lead={`${nameOf(reader.authority, reader)}. ${ruleInWords(rule, reader)}`}
        locale={locale}
      />
      <Section id="vad" title={texts.kind.goes}>
        <p>{texts.kinds[kind].what}</p>
      </Section>
      <Section id="provkor" title={texts.kind.dryRun} lead={texts.kind.dryRunLead}>
        <DryRun {...props} />
      </Section>
      {maySay && <RuleForm {...props} />}
    </Page>
  )
}

const mostShown = 100

function DryRun(props: KindPageProps) {
  const { list, keeps, reader } = props
  const { locale } = reader
  const { kind: texts } = textsIn(locale)
  if (!keeps) return <p>{texts.notYours}</p>
  if (list === null) return <p>{texts.noRule}</p>
  const going = list.filter(({ kept }) => kept === null)
  const [oldest] = going
  return (
    <>
      {oldest ? (
        <p>
          {texts.goesCount(going.length)} {texts.oldest(formatShortDay(dayOf(oldest.at), locale))}
        </p>
      ) : (
        <p class="empty">{texts.goesNone}</p>
      )}
      {oldest && (
        <Table
          caption={texts.dryRun}
          captionHidden
          size="compact"
          rows={going.slice(0, mostShown)}
          rowKey={({ item }) => item}
          columns={[
            { label: texts.number, rowHeader: true, cell: ({ number }) => number },
            { label: texts.ended, cell: ({ at }) => formatShortDay(dayOf(at), locale) },
          ]}
        />
      )}
      {going.length > mostShown && <p class="source">{texts.first(mostShown)}</p>}
      <Kept list={list} reader={reader} />
      {oldest && <Confirm {...props} count={going.length} />}
    </>
  )
}

function Kept({
  list,
  reader: { locale },
}: {
  readonly list: readonly Disposable[]
  readonly reader: Reader
}) {
  const texts = textsIn(locale)
  const kept = Map.groupBy(
    list.filter((one) => one.kept !== null),
    (one) => one.kept ?? '',
  )
  if (kept.size === 0) return null
  return (
    <>
      <h3>{texts.kind.keptTitle}</h3>
      <ul>
        {[...kept].map(([why, items]) => (
          <li key={why}>
            {texts.kind.keptLine(
              keptText(texts, why),
              [...new Set(items.map(({ number }) => number))].join(', '),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Confirm({ reader, kind, rule, count, errors }: KindPageProps & { readonly count: number }) {
  const { locale, authority, municipalities } = reader
  const texts = textsIn(locale)
  if (!rule?.until) return null
  return (
    <Form action={addressOf('retentionKind', locale, { kind })} guard={false}>
      <Hidden name="do" value="confirm" />
      <Hidden name="whose" value={wordOf(authority, municipalities)} />
      <Hidden name="rule" value={String(rule.id)} />
      <Hidden name="until" value={rule.until.toISOString()} />
      <Hidden name="count" value={String(count)} />
      <CheckboxField
        name="sure"
        label={texts.kind.sure}
        error={errors['sure'] === undefined ? undefined : errorText(texts, errors['sure'])}
      />
      <FormActions>
        <Button tone="danger">{texts.kind.confirm(count)}</Button>
      </FormActions>
    </Form>
  )
}

function RuleForm({ reader, kind, rule, typed, errors }: KindPageProps) {
  const { locale, authority, municipalities } = reader
  const texts = textsIn(locale)
  const known: Readonly<Record<string, string>> = {
    months: rule?.months === null || rule === undefined ? '' : String(rule.months),
    decision: rule?.decision ?? '',
    decidedOn: rule?.decidedOn ?? '',
    ...typed,
  }
  const shared = (name: string) => ({
    name,
    value: known[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
  return (
    <Section id="beslut" title={texts.kind.ruleTitle} lead={texts.kind.ruleLead}>
      <Form action={addressOf('retentionKind', locale, { kind })}>
        <Hidden name="do" value="say" />
        <Hidden name="whose" value={wordOf(authority, municipalities)} />
        <TextField
          {...shared('months')}
          label={texts.kind.months}
          hint={texts.kind.monthsHint}
          inputMode="numeric"
          size={5}
        />
        <TextField {...shared('decision')} label={texts.kind.decision} size={24} />
        <DateField {...shared('decidedOn')} label={texts.kind.decidedOn} />
        <FormActions>
          <Submit>{texts.kind.save}</Submit>
        </FormActions>
      </Form>
    </Section>
  )
}

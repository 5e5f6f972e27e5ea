import { isolated } from '#platform/values/isolated.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, SelectField, type Option } from '#ui/choice-field.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import { longest } from '../core/fields.ts'
import type { LostHost } from '../core/hosts.ts'
import { LayoutNotice } from './layout.tsx'
import { PlanFrame } from './plan-frame.tsx'
import type { PartShown } from './programme-page.tsx'
import { textsIn } from './texts.ts'
import { fieldsOf, rowNumbers } from './words.ts'

interface TablesShown extends PartShown {
  /** Who can be a table's host. */
  readonly hosts: readonly Option[]
  /** The tables whose host does not come after all. */
  readonly lost: readonly LostHost[]
}

/** The tables, their hosts, and what is asked at them. */
export function TablesPage(props: TablesShown) {
  const { event, layout, lost, told, locale, typed, errors } = props
  const { plan: texts } = textsIn(locale)
  const shared = fieldsOf(props, locale)
  const whole = { size: 5, inputMode: 'numeric' } as const
  return (
    <PlanFrame part="planTables" typed={typed} errors={errors} event={event} told={told} locale={locale}>
      <LostHosts lost={lost} locale={locale} />
      <LayoutNotice layout={layout} locale={locale} />
      <Form action={addressOf('planTables', locale, { event: event.id })}>
        <fieldset class="sheet-row">
          <legend class="ds-label">{texts.fillTitle}</legend>
          <div class="field-row">
            <TextField {...shared('fillCount')} {...whole} label={texts.fillCount} />
            <TextField {...shared('fillMin')} {...whole} label={texts.fillMin} />
            <TextField {...shared('fillMax')} {...whole} label={texts.fillMax} />
            <Button variant="secondary" name="do" value="fill">
              {texts.fill}
            </Button>
          </div>
        </fieldset>
        <Section id="borden" title={texts.tablesTitle} lead={texts.tablesLead}>
          {rowNumbers(typed, 'table', 2).map((number) => (
            <TableRow key={number} {...props} number={number} />
          ))}
        </Section>
        <Section id="fragor" title={texts.questions} lead={texts.questionsLead}>
          {rowNumbers(typed, 'question', 2).map((number, at) => (
            <QuestionRow key={number} {...props} number={number} at={at} />
          ))}
        </Section>
        <FormActions>
          <Button name="do" value="save">
            {texts.save}
          </Button>
        </FormActions>
      </Form>
    </PlanFrame>
  )
}

/** Which tables have lost their host, until another is chosen. */
function LostHosts({ lost, locale }: Pick<TablesShown, 'lost' | 'locale'>) {
  const { plan: texts } = textsIn(locale)
  if (lost.length === 0) return null
  return (
    <Notice tone="warning" title={texts.hostsLost}>
      {lost.map(({ table, host }) => (
        <p key={table}>{texts.hostLost(table, isolated(host.name))}</p>
      ))}
    </Notice>
  )
}

function TableRow({ number, hosts, locale, ...filled }: TablesShown & { readonly number: number }) {
  const { plan: texts } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  const name = (field: string) => `table-${number}-${field}`
  return (
    <fieldset class="sheet-row">
      <legend class="ds-label">{texts.tableNumber(number)}</legend>
      <div class="field-row">
        <TextField {...shared(name('id'))} label={texts.tableId} size={4} maxLength={3} />
        <TextField {...shared(name('min'))} label={texts.min} size={4} inputMode="numeric" />
        <TextField {...shared(name('max'))} label={texts.max} size={4} inputMode="numeric" />
        <SelectField {...shared(name('host'))} label={texts.host} empty={texts.noHost} options={hosts} />
        <TextField {...shared(name('closed'))} label={`${texts.closed} (${texts.closedHint})`} size={8} />
        <CheckboxField
          name={name('reachable')}
          label={texts.reachable}
          // An empty row is a table as most are.
          checked={filled.typed[name('reachable')] !== undefined || !filled.typed[name('id')]}
        />
      </div>
    </fieldset>
  )
}

function QuestionRow({
  number,
  at,
  layout,
  locale,
  ...filled
}: TablesShown & { readonly number: number; readonly at: number }) {
  const { plan: texts, ...words } = textsIn(locale)
  const shared = fieldsOf(filled, locale)
  const name = (field: string) => `question-${number}-${field}`
  const tables = layout.tables.map(({ id }) => ({ value: id, label: words.table(id) }))
  const rounds = layout.rounds.map((round) => ({
    value: String(round.number + 1),
    label: words.round(round.number + 1),
  }))
  return (
    <fieldset class="sheet-row">
      <legend class="ds-label">{texts.questionNumber(at + 1)}</legend>
      <Hidden name={name('id')} value={filled.typed[name('id')] ?? ''} />
      <div class="field-row">
        <TextField {...shared(name('text'))} label={texts.question} maxLength={longest.theme} />
        <SelectField
          {...shared(name('table'))}
          label={texts.questionTable}
          empty={texts.allTables}
          options={tables}
        />
        <SelectField
          {...shared(name('round'))}
          label={texts.questionRound}
          empty={texts.allRounds}
          options={rounds}
        />
      </div>
    </fieldset>
  )
}

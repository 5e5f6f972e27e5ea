import type { Municipality } from '#modules/region'
import { branches, companySizes, sizesInWords } from '#modules/companies'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { formatMoment } from '#platform/values/dates.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, SelectField } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea, TextField } from '#ui/text-field.tsx'
import type { RulesDiff } from '../core/rule-diff.ts'
import { boxes, longest, questionsOf, ruleIn, rowsOf, type RuleChoices } from '../core/rules-form.ts'
import type { RuleVersion } from '../rule-store.ts'
import type { KeptTopic } from '../store.ts'
import { BranchBoxes, Boxes } from './rule-boxes.tsx'
import { RulesList, deskName, type RuleWords } from './rules-table.tsx'
import { errorText, textsIn } from './texts.ts'
import { TrialSection, type Trial } from './trial-section.tsx'
import { conditionsInWords } from './words.ts'

export interface RulesPageProps extends RuleWords {
  readonly municipality: Pick<Municipality, 'slug' | 'name'>
  readonly topics: readonly KeptTopic[]
  readonly typed: Typed
  readonly errors: FieldErrors
  /** What they would have done; null until they are tried. */
  readonly trial: Trial | null
  /** The rules were changed after they had been tried. */
  readonly isUntried: boolean
  /** What somebody else has saved meanwhile, and how it differs. */
  readonly conflict: { readonly holding: RuleVersion; readonly diff: RulesDiff } | null
  /** The version that is taken up again. */
  readonly takenUp: number | null
  /** A row that was just added stands open. */
  readonly newRow: number | null
}

/** The form in which an officer writes the municipality's rules, tries them on the past, and saves them. */
export function RulesPage(props: RulesPageProps) {
  const { municipality, typed, errors, trial, desks, locale } = props
  const texts = textsIn(locale)
  const back = addressOf('desksOf', locale, { municipality: municipality.slug })
  const rows = rowsOf(typed)
  return (
    <Page width="narrow">
      <ErrorSummary
        title={texts.errors.title}
        errors={errorsInWords(errors, (name) => errorText(texts, name))}
      />
      <PageTitle
        eyebrow={<a href={back}>{municipality.name}</a>}
        title={texts.rules.title(municipality.name)}
        lead={texts.rules.lead}
      />
      <Conflict {...props} />
      {props.takenUp !== null && trial === null && (
        <Notice>
          <p>{texts.rules.takenUp(props.takenUp)}</p>
        </Notice>
      )}
      {props.isUntried && (
        <Notice tone="warning" live>
          <p>{texts.rules.notTried}</p>
        </Notice>
      )}
      {trial && <TrialSection {...props} trial={trial} />}
      {desks.every(({ closedAt }) => closedAt !== null) ? (
        <p class="empty">{texts.rules.noDesks}</p>
      ) : (
        <Form action={addressOf('routingRules', locale, { municipality: municipality.slug })}>
          <Hidden name="version" value={typed['version'] ?? '0'} />
          {trial && <Hidden name="tried" value={trial.mark} />}
          <div>
            {rows.map((row, at) => (
              <Row key={row} {...props} row={row} at={at + 1} />
            ))}
          </div>
          <Actions {...props} back={back} />
        </Form>
      )}
    </Page>
  )
}

function Conflict({ conflict, ...words }: RulesPageProps) {
  if (!conflict) return null
  const { rules: texts } = textsIn(words.locale)
  const { holding, diff } = conflict
  return (
    <>
      <Notice tone="danger" title={texts.conflict} live>
        <p>
          {texts.conflictLead(holding.savedBy ?? texts.someone, formatMoment(holding.savedAt, words.locale))}
        </p>
      </Notice>
      <h2>{texts.conflictTheirs}</h2>
      <h3>{texts.onlyTheirs}</h3>
      <RulesList {...words} rules={diff.removed} />
      <h3>{texts.onlyYours}</h3>
      <RulesList {...words} rules={diff.added} />
    </>
  )
}

function Actions({ trial, typed, errors, locale, back }: RulesPageProps & { readonly back: string }) {
  const texts = textsIn(locale)
  const error = errors['why']
  return (
    <>
      {trial && (
        <TextArea
          name="why"
          label={texts.rules.why}
          hint={texts.rules.whyHint}
          value={typed['why']}
          error={error === undefined ? undefined : errorText(texts, error)}
          rows={2}
          maxLength={longest.reason}
        />
      )}
      {trial && <p>{texts.rules.saveLead}</p>}
      <FormActions>
        {trial && (
          <Button name="do" value="save">
            {texts.rules.save(trial.version + 1)}
          </Button>
        )}
        {trial ? (
          <Button variant="secondary" name="do" value="try">
            {texts.rules.tryAgain}
          </Button>
        ) : (
          <Submit>{texts.rules.tryThem}</Submit>
        )}
        <Button variant="secondary" name="do" value="add">
          {texts.rules.add}
        </Button>
        <a href={back}>{texts.rules.cancel}</a>
      </FormActions>
    </>
  )
}

type RowProps = RulesPageProps & { readonly row: number; readonly at: number }

/** One rule: a line that says it, and behind it the fields that make it up. */
function Row(props: RowProps) {
  const { row, at, typed, errors, desks, topics, locale, newRow } = props
  const { rules: texts } = textsIn(locale)
  const rule = ruleIn(typed, row, choicesOf(props))
  const isWrong = [`desk-${row}`, `localities-${row}`].some((field) => errors[field] !== undefined)
  const summary =
    rule.desk === ''
      ? texts.newRow
      : `${conditionsInWords(rule, topics, locale)} → ${deskName(rule.desk, { desks, locale })}`
  return (
    <Disclosure
      summary={
        <>
          <strong>{texts.row(at)}</strong> {summary}
        </>
      }
      open={isWrong || newRow === row}
    >
      <div class="form">
        <Hidden name={`row-${row}`} value="" />
        <Fields {...props} />
        <CheckboxField
          name={`remove-${row}`}
          label={
            <>
              {texts.remove}
              <span class="ds-sr-only">{texts.removeLong(at)}</span>
            </>
          }
          checked={typed[`remove-${row}`] !== undefined}
        />
      </div>
    </Disclosure>
  )
}

function Fields({ row, typed, errors, topics, desks, locale, ...props }: RowProps) {
  const texts = textsIn(locale)
  const { rules } = texts
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(texts, errors[name]),
  })
  const offered = offeredTopics({ ...props, row, typed, errors, topics, desks, locale })
  return (
    <>
      <Boxes
        label={rules.topics}
        typed={typed}
        options={offered.map(({ id, name, retiredAt }) => {
          const words = inLocale(name, locale)
          return { name: boxes.topic(row, id), label: retiredAt === null ? words : rules.retired(words) }
        })}
      />
      {questionsOf(offered).map((question) => (
        <Boxes
          key={question.id}
          label={rules.answers(topicsAsking(question.id, offered, locale), inLocale(question.text, locale))}
          typed={typed}
          options={question.choices.map((choice) => ({
            name: boxes.answer(row, question.id, choice.id),
            label: inLocale(choice.text, locale),
          }))}
        />
      ))}
      <TextField
        {...shared(`localities-${row}`)}
        label={rules.localities}
        hint={rules.localitiesHint}
        optional={rules.optional}
      />
      <Boxes
        label={rules.sizes}
        typed={typed}
        options={companySizes.map((size) => ({
          name: boxes.size(row, size),
          label: sizesInWords(locale)[size],
        }))}
      />
      <BranchBoxes row={row} typed={typed} locale={locale} />
      <SelectField
        {...shared(`desk-${row}`)}
        label={rules.desk}
        empty={rules.choose}
        options={desks
          .filter(({ closedAt }) => closedAt === null)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
    </>
  )
}

/** The topics that a rule may name: those that are there, and those that it names already. */
function offeredTopics({ topics, typed, row }: RowProps): readonly KeptTopic[] {
  return topics.filter(({ id, retiredAt }) => retiredAt === null || typed[boxes.topic(row, id)] !== undefined)
}

/** The names of the topics that ask a question, which may not be understood without them. */
function topicsAsking(
  question: string,
  topics: readonly KeptTopic[],
  locale: RulesPageProps['locale'],
): string {
  return topics
    .filter(({ questions }) => questions.some(({ id }) => id === question))
    .map(({ name }) => inLocale(name, locale))
    .join(', ')
}

/** What rules of a municipality can be made of, as its page knows it. */
export function choicesOf({ topics, desks }: Pick<RulesPageProps, 'topics' | 'desks'>): RuleChoices {
  return {
    topics,
    sizes: companySizes,
    branches,
    desks: desks.flatMap(({ id, closedAt }) => (closedAt === null ? [id] : [])),
  }
}

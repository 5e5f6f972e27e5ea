import type { ComponentChildren } from 'preact'
import { indicatorCodesInWords, missingInWords, type Choice } from '#modules/indicators'
import { formatMoment } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Form, FormActions, Hidden } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Entry } from '../../entry-store.ts'
import { Doubts } from './doubts.tsx'
import type { Beside } from './entry-known.ts'
import { entryTextsIn } from './entry-texts.ts'
import { saidText } from '../runs/run-words.ts'

/** One figure that waits, with what is known around it. */
export interface Waiting extends Beside {
  readonly entry: Entry
  readonly indicator: Pick<Choice, 'id' | 'name' | 'unit'>
  readonly municipality: string
  readonly by: string
  readonly isOwn: boolean
  readonly maySettle: boolean
}

interface WaitingPageProps {
  readonly waiting: readonly Waiting[]
  readonly mayEnter: boolean
  readonly said: {
    readonly notice: 'saved' | 'confirmed' | 'returned' | null
    readonly indicator: string | null
    readonly error: { readonly entry: string; readonly name: string; readonly reason: string } | null
  }
  readonly locale: Locale
}

/** What has been entered and waits for a second pair of eyes. */
export function WaitingPage({ waiting, mayEnter, said, locale }: WaitingPageProps) {
  const texts = entryTextsIn(locale).waiting
  // A reason that is lacking is told at its field, everything else above.
  const isAtField = said.error?.name === 'reason-missing'
  return (
    <Page width="narrow">
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        {...(mayEnter
          ? {
              actions: (
                <LinkButton href={addressOf('enterFigure', locale)} variant="secondary">
                  {texts.enterOne}
                </LinkButton>
              ),
            }
          : {})}
      />
      {said.notice && (
        <Notice tone="success" live>
          <p>
            {texts[said.notice]}{' '}
            {said.indicator !== null && (
              <a href={addressOf('indicator', locale, { indicator: said.indicator })}>{texts.seeIt}</a>
            )}
          </p>
        </Notice>
      )}
      {said.error && !isAtField && (
        <Notice tone="danger" live>
          <p>{entryTextsIn(locale).errors[said.error.name]}</p>
        </Notice>
      )}
      {waiting.length === 0 && <p class="empty">{texts.none}</p>}
      {waiting.map((one) => (
        <OneWaiting
          key={one.entry.id}
          one={one}
          error={isAtField && said.error?.entry === one.entry.id ? said.error : null}
          locale={locale}
        />
      ))}
    </Page>
  )
}

interface OneProps {
  readonly one: Waiting
  readonly error: { readonly name: string; readonly reason: string } | null
  readonly locale: Locale
}

function OneWaiting({ one, error, locale }: OneProps) {
  const texts = entryTextsIn(locale).waiting
  const { entry, indicator, municipality, by } = one
  const { figure } = entry
  const words = missingInWords(locale)
  const value = saidText(figure, locale, words)
  const before = one.before
    ? `${saidText({ value: one.before.value, missing: null }, locale, words)} (${one.before.year})`
    : texts.nothingBefore
  return (
    <Section
      id={`siffra-${entry.id}`}
      title={texts.heading(inLocale(indicator.name, locale), municipality, figure.year)}
    >
      <DescriptionList
        items={[
          {
            term: texts.value,
            details: (
              <strong>
                {value}
                {figure.isPreliminary && `, ${texts.preliminary}`}
                {figure.gender !== 'all' && `, ${entryTextsIn(locale).enter.genders[figure.gender]}`}
              </strong>
            ),
          },
          { term: texts.unit, details: indicatorCodesInWords(locale).units[indicator.unit] },
          ...(one.present === null
            ? []
            : [
                {
                  term: texts.present,
                  details: saidText({ value: one.present, missing: null }, locale, words),
                },
              ]),
          { term: texts.before, details: before },
          { term: texts.takenFrom, details: entry.takenFrom },
          ...(figure.note === null ? [] : [{ term: texts.note, details: figure.note }]),
          { term: texts.by, details: texts.byText(by, formatMoment(entry.enteredAt, locale)) },
        ]}
      />
      <Doubts doubts={one.doubts} titleLevel={3} locale={locale} />
      <Settling one={one} error={error} locale={locale} />
    </Section>
  )
}

/** Forms of their own, so that Enter in the reason sends back and never confirms. */
function Settling({ one, error, locale }: OneProps) {
  const { entry, isOwn, maySettle } = one
  const texts = entryTextsIn(locale)
  if (isOwn) {
    return (
      <SettlingForm entry={entry.id} locale={locale}>
        <p>{texts.waiting.own}</p>
        <Deed what="return" variant="secondary">
          {texts.waiting.takeBack}
        </Deed>
      </SettlingForm>
    )
  }
  if (!maySettle) return null
  return (
    <>
      <SettlingForm entry={entry.id} locale={locale}>
        <Deed what="confirm">{texts.waiting.confirm}</Deed>
      </SettlingForm>
      <SettlingForm entry={entry.id} locale={locale}>
        <TextField
          name={`reason-${entry.id}`}
          label={texts.waiting.reason}
          value={error?.reason ?? ''}
          maxLength={500}
          {...(error ? { error: texts.errors[error.name] ?? error.name } : {})}
        />
        <Deed what="return" variant="secondary">
          {texts.waiting.sendBack}
        </Deed>
      </SettlingForm>
    </>
  )
}

function SettlingForm({
  entry,
  locale,
  children,
}: {
  readonly entry: string
  readonly locale: Locale
  readonly children: ComponentChildren
}) {
  return (
    <Form action={addressOf('toConfirm', locale)} guard={false}>
      <Hidden name="entry" value={entry} />
      {children}
    </Form>
  )
}

function Deed({
  what,
  variant = 'primary',
  children,
}: {
  readonly what: 'confirm' | 'return'
  readonly variant?: 'primary' | 'secondary'
  readonly children: ComponentChildren
}) {
  return (
    <FormActions>
      <Button name="do" value={what} variant={variant}>
        {children}
      </Button>
    </FormActions>
  )
}

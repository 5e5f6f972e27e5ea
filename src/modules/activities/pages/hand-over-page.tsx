import type { Colleague } from '#modules/accounts'
import { type GridMunicipality, langOfWord, type Reader, StandingStatus } from '#modules/programme'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { SelectField, type Option } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import { keyOf, nobody, type Held } from '../core/hand-over.ts'
import { errorText, textsIn } from './texts.ts'
import { activityHref } from './words.ts'

/** Something that somebody is responsible for, and what waits in it. */
export interface HeldShown {
  readonly held: Held
  /** In words: milestones to come, what is due, what does not fit together. */
  readonly waiting: readonly string[]
}

interface HandOverPageProps {
  readonly person: Colleague
  readonly held: readonly HeldShown[]
  readonly onlySeen: readonly HeldShown[]
  /** Who can take over in each municipality, by its code. */
  readonly takers: ReadonlyMap<string, readonly Colleague[]>
  /** How many things were handed over just now. */
  readonly saved: number | null
  readonly isOvertaken: boolean
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly reader: Reader
}

/** All that is somebody's, and one form that passes it on. */
export function HandOverPage(props: HandOverPageProps) {
  const { person, held, onlySeen, errors, saved, isOvertaken, reader } = props
  const { locale } = reader
  const all = textsIn(locale)
  const { handOver: texts } = all
  return (
    <Page>
      <ErrorSummary title={all.errors.title} errors={errorsInWords(errors, (name) => errorText(all, name))} />
      {saved !== null && <Notice tone="success" title={texts.saved(saved)} live />}
      {isOvertaken && <Notice tone="danger" title={texts.overtaken} live />}
      <PageTitle
        title={texts.title(person.name)}
        lead={texts.lead}
        actions={
          <LinkButton href={addressOf('handOverNote', locale, { person: person.id })} variant="secondary">
            {texts.note}
          </LinkButton>
        }
      />
      {held.length === 0 && onlySeen.length === 0 && (
        <EmptyState title={texts.nothing}>
          <p>{texts.nothingLead}</p>
        </EmptyState>
      )}
      {held.length > 0 && <HandOverForm {...props} />}
      {onlySeen.length > 0 && (
        <Section id="bara-att-se" title={texts.onlySeen} lead={texts.onlySeenLead}>
          <HeldTable held={onlySeen} reader={reader} />
        </Section>
      )}
    </Page>
  )
}

function HandOverForm(props: HandOverPageProps) {
  const { person, held, reader } = props
  const { handOver: texts } = textsIn(reader.locale)
  const groups = Map.groupBy(held, ({ held: { municipality } }) => municipality.code)
  return (
    <Form action={addressOf('handOver', reader.locale, { person: person.id })}>
      {[...groups.values()].map((group) => {
        const [first] = group
        return (
          first && (
            <OneMunicipality
              key={first.held.municipality.code}
              {...props}
              held={group}
              municipality={first.held.municipality}
            />
          )
        )
      })}
      <FormActions>
        <Submit>{texts.save}</Submit>
      </FormActions>
    </Form>
  )
}

function OneMunicipality(props: HandOverPageProps & { readonly municipality: GridMunicipality }) {
  const { municipality, held, takers, typed, errors, reader } = props
  const all = textsIn(reader.locale)
  const { handOver: texts } = all
  const options = [
    ...(takers.get(municipality.code) ?? []).map(({ id, name }) => ({ value: id, label: name })),
    { value: nobody, label: texts.nobody },
  ]
  const shared = (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : errorText(all, errors[name]),
  })
  return (
    <Section id={`i-${municipality.slug}`} title={texts.group(municipality.name)}>
      <SelectField
        {...shared(`all-${municipality.code}`)}
        label={texts.all}
        hint={texts.allHint}
        empty={texts.choose}
        options={options}
      />
      <TextField
        {...shared(`reason-${municipality.code}`)}
        label={texts.reason}
        hint={texts.reasonHint}
        maxLength={300}
      />
      {held.map((one) => (
        <OneThing key={`${keyOf(one.held)} ${one.held.part}`} {...props} one={one} options={options} />
      ))}
    </Section>
  )
}

type OneThingProps = Pick<HandOverPageProps, 'typed' | 'errors' | 'reader'> & {
  readonly one: HeldShown
  readonly options: readonly Option[]
}

/** One thing, and an exception for it: kept out of the way, for most go the way of all. */
function OneThing({ one: { held, waiting }, options, typed, errors, reader }: OneThingProps) {
  const { locale, words } = reader
  const all = textsIn(locale)
  const { handOver: texts } = all
  const [to, why] = [`to-${keyOf(held)}`, `why-${keyOf(held)}`]
  const name = inLocale(held.name, locale)
  const errorOf = (field: string) => (errors[field] === undefined ? undefined : errorText(all, errors[field]))
  return (
    <Card
      titleLevel={3}
      title={<ThingLink {...held} locale={locale} />}
      tags={
        <>
          <Tag>{texts.kind[held.kind]}</Tag>
          <Tag>{texts.part[held.part]}</Tag>
          <StandingStatus standing={held.status} words={words} />
        </>
      }
    >
      {waiting.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Disclosure summary={texts.exception} open={Boolean(typed[to] || errors[to] || errors[why])}>
        <SelectField
          name={to}
          label={texts.toFor(name)}
          value={typed[to]}
          error={errorOf(to)}
          empty={texts.asAll}
          options={options}
        />
        <TextField
          name={why}
          label={texts.whyFor(name)}
          value={typed[why]}
          error={errorOf(why)}
          maxLength={300}
        />
      </Disclosure>
    </Card>
  )
}

interface HeldTableProps {
  readonly held: readonly HeldShown[]
  readonly reader: Reader
}

/** Things one by one: what, as what, how it stands, and what waits in it. */
export function HeldTable({ held, reader }: HeldTableProps) {
  const { locale } = reader
  const { handOver: texts, list } = textsIn(locale)
  return (
    <Table
      caption={list.title}
      captionHidden
      rows={held}
      rowKey={({ held: one }) => `${keyOf(one)} ${one.part}`}
      columns={[
        {
          label: texts.thing,
          rowHeader: true,
          cell: ({ held: one }) => <ThingLink {...one} locale={locale} />,
        },
        {
          label: texts.kindOf,
          cell: ({ held: one }) => texts.kind[one.kind],
        },
        {
          label: texts.partOf,
          cell: ({ held: one }) => texts.part[one.part],
        },
        {
          label: texts.state,
          cell: ({ held: { status } }) => <StandingStatus standing={status} words={reader.words} />,
        },
        {
          label: texts.next,
          cell: ({ waiting }) =>
            waiting.length === 0
              ? texts.nothingNext
              : waiting.map((sentence) => <p key={sentence}>{sentence}</p>),
        },
      ]}
    />
  )
}

function ThingLink({ kind, thing, municipality, name, locale }: Held & Pick<Reader, 'locale'>) {
  const href =
    kind === 'activity'
      ? activityHref(thing, locale)
      : addressOf('cell', locale, { intervention: thing, municipality: municipality.slug })
  return (
    <a href={href} lang={kind === 'activity' ? langOfWord(locale) : undefined}>
      {inLocale(name, locale)}
    </a>
  )
}

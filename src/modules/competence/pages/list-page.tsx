import type { Locale } from '#platform/values/locale.ts'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { CardGrid } from '#ui/card.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { DateField } from '#ui/text-field.tsx'
import { tracks } from '../core/facts.ts'
import { helps, isStale, languages, type State } from '../core/support.ts'
import type { Listed } from '../finder/support.ts'
import { SupportCard } from './support-card.tsx'
import { textsIn } from './texts.ts'
import type { Reader } from './words.ts'

/** What somebody wants to see of the list, as an address says it. */
export interface ListWish {
  readonly municipality: string
  readonly help: string
  readonly track: string
  readonly language: string
  readonly on: string
}

export interface ListPageProps {
  readonly supports: readonly { readonly support: Listed; readonly state: State }[]
  readonly wish: ListWish
  readonly isDayWrong: boolean
  readonly today: string
  readonly mayKeep: boolean
  readonly origin: string
  readonly reader: Reader
}

/** Every support, those that can be had first. */
export function ListPage({ supports, wish, isDayWrong, today, mayKeep, origin, reader }: ListPageProps) {
  const { locale } = reader
  const { list: texts } = textsIn(locale)
  const open = supports.filter(({ state }) => state === 'open')
  const old = open.filter(({ support }) => isStale(support, today)).length
  const shut = supports.filter(({ state }) => state !== 'open')
  return (
    <Page>
      <PageTitle
        title={texts.title}
        lead={texts.lead}
        actions={
          <>
            <LinkButton href={addressOf('findSupport', locale)}>{texts.find}</LinkButton>
            {mayKeep && (
              <LinkButton variant="secondary" href={addressOf('keepSupports', locale)}>
                {texts.keep}
              </LinkButton>
            )}
          </>
        }
      />
      <Filters wish={wish} isDayWrong={isDayWrong} reader={reader} />
      <div id="stoden" class="page">
        <Section
          id="oppna"
          title={texts.open(open.length)}
          {...(old > 0 && { lead: texts.oldLead(old, open.length) })}
        >
          {open.length === 0 ? (
            <p class="empty">{texts.noneOpen}</p>
          ) : (
            <Cards supports={open} today={today} locale={locale} />
          )}
        </Section>
        {shut.length > 0 && (
          <Disclosure summary={texts.shut(shut.length)}>
            <p>{texts.shutLead}</p>
            <Cards supports={shut} today={today} locale={locale} />
          </Disclosure>
        )}
      </div>
      <Section id="inbaddad" title={texts.widget} lead={texts.widgetLead}>
        <pre class="as-written">
          <code>{snippet(origin, locale)}</code>
        </pre>
        <p>
          <a href="/api/v1/supports">{texts.api}</a>
        </p>
      </Section>
    </Page>
  )
}

function snippet(origin: string, locale: Locale): string {
  const { title } = textsIn(locale).find
  return `<iframe src="${origin}${addressOf('embeddedFinder', locale)}" title="${title}" width="100%" height="720"></iframe>`
}

function Cards({
  supports,
  today,
  locale,
}: Pick<ListPageProps, 'supports' | 'today'> & { readonly locale: Locale }) {
  return (
    <CardGrid columns={3}>
      {supports.map(({ support, state }) => (
        <SupportCard key={support.id} {...{ support, state, today, locale }}>
          <p>{inLocale(support.content.what, locale)}</p>
        </SupportCard>
      ))}
    </CardGrid>
  )
}

function Filters({ wish, isDayWrong, reader }: Pick<ListPageProps, 'wish' | 'isDayWrong' | 'reader'>) {
  const { locale, municipalities } = reader
  const texts = textsIn(locale)
  return (
    <ChoiceForm action={addressOf('supports', locale)} swap="stoden" submit={texts.list.filter}>
      <SelectField
        name="municipality"
        label={texts.list.place}
        empty={texts.list.anywhere}
        options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        value={wish.municipality}
      />
      <SelectField
        name="help"
        label={texts.list.help}
        empty={texts.list.anyHelp}
        options={helps.map((help) => ({ value: help, label: texts.helps[help] }))}
        value={wish.help}
      />
      <SelectField
        name="purpose"
        label={texts.list.track}
        empty={texts.list.anyTrack}
        options={tracks.map((track) => ({ value: track, label: texts.tracks[track] }))}
        value={wish.track}
      />
      <SelectField
        name="language"
        label={texts.list.language}
        empty={texts.list.anyLanguage}
        options={languages.map((language) => ({ value: language, label: texts.languages[language] }))}
        value={wish.language}
      />
      <DateField
        name="on"
        label={texts.list.on}
        value={wish.on}
        error={isDayWrong ? texts.list.dayWrong : undefined}
      />
    </ChoiceForm>
  )
}

import type { ComponentChildren } from 'preact'
import { parametersOf, type Rule, type Setting, type Verdict } from '#modules/rules'
import { formatDay, formatDayOfYear } from '#platform/values/dates.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { LinkButton } from '#ui/button.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice, Tag } from '#ui/notice.tsx'
import { isStale, opensNext, type State } from '../core/support.ts'
import { yearlyNames, yearlyOn } from '../core/yearly.ts'
import { amountsOf } from '../finder/find.ts'
import { placeTextsSv } from '../finder/place-texts.sv.ts'
import { wholeRule, type Listed } from '../finder/support.ts'
import type { OutcomeCount } from '../store.ts'
import { shortIn, textsIn } from './texts.ts'
import { amountInWords, checkedInWords } from './words.ts'

export interface SupportPageProps {
  readonly support: Listed
  readonly state: State
  readonly setting: Setting
  readonly answers: Readonly<Record<string, string | number | boolean | undefined>>
  /** What the rule says of the answers; null where nothing was answered. */
  readonly verdict: Verdict | null
  /** The way back to the finder with the answers; null where there are none. */
  readonly back: string | null
  readonly others: ReadonlyMap<string, Listed>
  readonly outcomes: readonly OutcomeCount[]
  readonly mayKeep: boolean
  readonly locale: Locale
}

/** All that is known of one support, and from where. */
export function SupportPage(props: SupportPageProps) {
  const { support, state, setting, locale } = props
  const texts = textsIn(locale)
  const { content, id, giver } = support
  const name = inLocale(content.name, locale)
  const isSure = state === 'open' && !isStale(support, setting.today)
  const isOld = state === 'open' && !isSure
  const next = state === 'not-yet' ? opensNext(content, setting.today) : null
  const notice = [
    isOld ? texts.support.old : texts.support.shut[state],
    next === null ? undefined : texts.support.opens(formatDay(next, locale)),
  ].filter(Boolean)
  return (
    <Page>
      <Breadcrumbs
        label={texts.list.title}
        items={[
          { label: texts.list.title, href: addressOf('supports', locale) },
          { label: name, href: addressOf('support', locale, { support: id }) },
        ]}
      />
      <PageTitle
        eyebrow={<span lang="sv">{giver.name}</span>}
        title={name}
        lead={inLocale(content.what, locale)}
        tags={
          <>
            <Tag tone={isSure ? 'success' : 'warning'}>{isOld ? texts.openBefore : texts.states[state]}</Tag>
            {content.helps.map((help) => (
              <Tag key={help}>{texts.helps[help]}</Tag>
            ))}
          </>
        }
        actions={<WaysOn {...props} />}
      />
      {notice.length > 0 && (
        <Notice tone="warning">
          <p>
            {notice.join(' ')} {isOld && checkedInWords(support, locale)}
          </p>
        </Notice>
      )}
      <WithAnswers {...props} />
      <DescriptionList items={factsOf(props)} />
      <Section id="villkor" title={texts.support.conditions}>
        <Conditions rule={wholeRule(content, setting)} locale={locale} />
      </Section>
      <Section id="sa-gor-ni" title={texts.support.steps}>
        <ol>
          {content.steps.map((step) => (
            <li key={step.sv}>{inLocale(step, locale)}</li>
          ))}
        </ol>
      </Section>
      <Outcomes {...props} />
      <Source {...props} />
    </Page>
  )
}

function WaysOn({ support: { id, content }, back, mayKeep, locale }: SupportPageProps) {
  const { support: texts } = textsIn(locale)
  return (
    <>
      <LinkButton href={content.contact}>{texts.apply}</LinkButton>
      {back && (
        <LinkButton variant="secondary" href={back}>
          {texts.back}
        </LinkButton>
      )}
      {mayKeep && (
        <LinkButton variant="secondary" href={addressOf('editSupport', locale, { support: id })}>
          {texts.edit}
        </LinkButton>
      )}
    </>
  )
}

function WithAnswers({ verdict, locale }: SupportPageProps) {
  if (!verdict) return null
  const { support: texts, find } = textsIn(locale)
  const tone = { yes: 'success', no: 'warning', unknown: 'info' } as const
  const said = { yes: find.fits(1), no: find.refused(1), unknown: find.open(1) }
  const reasons = verdict.why.filter(({ met }) => met === verdict.answer)
  return (
    <Notice
      tone={tone[verdict.answer]}
      title={`${texts.yours}: ${said[verdict.answer].replace(/ \(\d+\)$/, '')}`}
    >
      {verdict.answer !== 'yes' && (
        <ul>
          {reasons.map(({ predicate }) => (
            <li key={predicate.because.sv}>{predicate.because[locale]}</li>
          ))}
        </ul>
      )}
      {verdict.missing.length > 0 && (
        <p>
          {find.dependsOn}: {verdict.missing.map((fact) => shortIn(locale, fact)).join(', ')}.
        </p>
      )}
    </Notice>
  )
}

function factsOf({ support, setting, answers, others, locale }: SupportPageProps) {
  const texts = textsIn(locale)
  const { content } = support
  const amounts = amountsOf(content, answers, setting)
  const items: { term: string; details: ComponentChildren }[] = [
    {
      term: texts.support.applicant,
      details: content.applicants.map((one) => texts.applicants[one]).join(', '),
    },
    { term: texts.support.forWhat, details: content.tracks.map((one) => texts.tracks[one]).join('; ') },
  ]
  if (content.amounts.length > 0 || content.amount.sv !== '')
    items.push({
      term: texts.support.amounts,
      details: (
        <>
          {content.amount.sv !== '' && <p>{inLocale(content.amount, locale)}</p>}
          {amounts.map((amount) => (
            <p key={amount.label.sv}>
              {inLocale(amount.label, locale)}: <strong>{amountInWords(amount, locale)}</strong>
            </p>
          ))}
          <YearlyNumbers support={support} today={setting.today} locale={locale} />
        </>
      ),
    })
  items.push(
    { term: texts.support.when, details: whenInWords(support, locale) },
    {
      term: texts.support.where,
      details:
        content.places.length === 0
          ? texts.support.everywhere
          : content.places.map((place) => placeTextsSv.counties[place] ?? place).join(', '),
    },
    {
      term: texts.support.language,
      details: content.languages.map((one) => texts.languages[one]).join(', '),
    },
  )
  for (const [term, ids] of [
    [texts.support.combines, content.combinesWith],
    [texts.support.conflicts, content.conflictsWith],
  ] as const)
    if (ids.length > 0) items.push({ term, details: <Others ids={ids} others={others} locale={locale} /> })
  return items
}

/** Which of the year's numbers the amounts are worked out from, and where each is written; or that it is not known. */
function YearlyNumbers({
  support: { content },
  today,
  locale,
}: Pick<SupportPageProps, 'support' | 'locale'> & { readonly today: string }) {
  const { support: texts } = textsIn(locale)
  const taken = content.amounts.flatMap(({ formula }) => parametersOf(formula))
  const known = yearlyOn(today)
  return yearlyNames
    .filter((name) => taken.includes(name))
    .map((name) => {
      const amount = known[name]
      const title = texts.yearly[name](today.slice(0, 4))
      return (
        <p key={name} class="source">
          {amount === null ? (
            texts.yearUnknown(title)
          ) : (
            <>
              {title}: {formatNumber(amount.kronor, locale)} kr (
              <a href={amount.source}>{new URL(amount.source).hostname}</a>,{' '}
              {texts.yearChecked(formatDay(amount.checkedOn, locale))}).
            </>
          )}
        </p>
      )
    })
}

function whenInWords({ content: { opens, closes, yearly = [], window } }: Listed, locale: Locale): string {
  const { support: texts } = textsIn(locale)
  const each = yearly.map((one) =>
    one.closes === null
      ? texts.fromDay(formatDayOfYear(one.opens, locale))
      : `${formatDayOfYear(one.opens, locale)}–${formatDayOfYear(one.closes, locale)}`,
  )
  const said = [
    opens === null ? '' : texts.opens(formatDay(opens, locale)),
    closes === null ? '' : texts.closes(formatDay(closes, locale)),
    each.length === 0 ? '' : texts.eachYear(each.join(', ')),
    inLocale(window, locale),
  ].filter(Boolean)
  return said.length === 0 ? texts.always : said.join(' ')
}

function Others({
  ids,
  others,
  locale,
}: {
  readonly ids: readonly string[]
  readonly others: ReadonlyMap<string, Listed>
  readonly locale: Locale
}) {
  return (
    <ul>
      {ids.flatMap((id) => {
        const other = others.get(id)
        return other
          ? [
              <li key={id}>
                <a href={addressOf('support', locale, { support: id })}>
                  {inLocale(other.content.name, locale)}
                </a>
              </li>,
            ]
          : []
      })}
    </ul>
  )
}

/** A rule as one reads it: what must hold, of what one must hold, what must not. */
function Conditions({ rule, locale }: { readonly rule: Rule; readonly locale: Locale }) {
  const { support: texts } = textsIn(locale)
  if ('all' in rule && rule.all.length === 0) return <p>{texts.everybody}</p>
  if ('all' in rule)
    return (
      <ul>
        {rule.all.map((part, at) => (
          <li key={at}>
            <Conditions rule={part} locale={locale} />
          </li>
        ))}
      </ul>
    )
  if ('any' in rule)
    return (
      <>
        {texts.oneOf}
        <ul>
          {rule.any.map((part, at) => (
            <li key={at}>
              <Conditions rule={part} locale={locale} />
            </li>
          ))}
        </ul>
      </>
    )
  if ('not' in rule)
    return (
      <>
        {texts.notSo} <Conditions rule={rule.not} locale={locale} />
      </>
    )
  return (
    <>
      {rule.because[locale]}
      {'unknown' in rule && ` ${texts.judged}`}
    </>
  )
}

function Outcomes({ outcomes, locale }: SupportPageProps) {
  const texts = textsIn(locale)
  if (outcomes.length === 0) return null
  return (
    <Section id="hur-det-gatt" title={texts.support.outcomes}>
      <ul>
        {outcomes.map(({ cameOf, stuck, count }) => (
          <li key={`${cameOf} ${stuck}`}>
            {texts.outcomes[cameOf]} {stuck !== null && texts.stuck[stuck]}: {count ?? texts.support.few}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Source({ support, locale }: SupportPageProps) {
  const { support: texts } = textsIn(locale)
  const { content, id, isReached } = support
  return (
    <p class="source">
      {texts.source}: <a href={content.source}>{new URL(content.source).hostname}</a>.{' '}
      {checkedInWords(support, locale)} {isReached === false && `${texts.unreachable} `}
      <a href={addressOf('supportHistory', locale, { support: id })}>{texts.history}</a>
    </p>
  )
}

import type { ComponentChildren } from 'preact'
import { parametersOf, type Answers, type Setting } from '#modules/rules'
import { formatDay, formatDayOfYear } from '#platform/values/dates.ts'
import { inLocale, type Locale } from '#platform/values/locale.ts'
import { formatNumber } from '#platform/values/numbers.ts'
import { addressOf } from '#ui/addresses.ts'
import { yearlyNames, yearlyOn } from '../core/yearly.ts'
import { amountsOf } from '../finder/find.ts'
import { placeTextsSv } from '../finder/place-texts.sv.ts'
import type { Listed } from '../finder/support.ts'
import { textsIn } from './texts.ts'
import { amountInWords } from './words.ts'

interface FactsOf {
  readonly support: Listed
  readonly setting: Setting
  readonly answers: Answers
  readonly others: ReadonlyMap<string, Listed>
  readonly locale: Locale
}

/** What is to be read of a support at a glance, with what it amounts to for the answers. */
export function factsOf({ support, setting, answers, others, locale }: FactsOf) {
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
}: Pick<FactsOf, 'support' | 'locale'> & { readonly today: string }) {
  const { support: texts, units } = textsIn(locale)
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
              {title}: {units.kr(formatNumber(amount.kronor, locale))} (
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

import { possible, seatingTexts, type Explanation } from '#modules/seating'
import type { Locale } from '#platform/values/locale.ts'
import { formatChange, formatNumber } from '#platform/values/numbers.ts'
import { DescriptionList } from '#ui/description-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Board } from './read-board.ts'
import { textsIn } from './texts.ts'

interface Shown {
  readonly board: Pick<Board, 'problem' | 'checked' | 'called'>
  readonly locale: Locale
}

/** What keeps there from being a seating, the rules that none can keep, and what the layout makes impossible. */
export function Findings({ board, locale }: Shown) {
  const { problem, checked, called } = board
  const { wrong } = textsIn(locale)
  const engine = seatingTexts(locale)
  const advice = checked.faults.length > 0 ? [] : adviceOn(problem, locale)
  return (
    <>
      {checked.faults.length > 0 && problem.people.length > 0 && (
        <Notice tone="danger" title={wrong.title}>
          <Sentences of={checked.faults.map((fault) => engine.fault(fault, called.names))} />
        </Notice>
      )}
      {checked.impossible.length > 0 && (
        <Notice tone="warning" title={wrong.impossible}>
          <p>{wrong.impossibleLead}</p>
          <Sentences of={checked.impossible.map((one) => engine.impossible(one, called.names))} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice title={wrong.advice}>
          <Sentences of={advice} />
        </Notice>
      )}
    </>
  )
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  return (
    <ul>
      {[...new Set(of)].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** More rounds than can go without anybody meeting again. */
function adviceOn({ people, tables, rounds }: Board['problem'], locale: Locale): readonly string[] {
  if (rounds < 2) return []
  if (tables.length === 1) return [textsIn(locale).wrong.oneTable]
  const layout = { people: people.length, tables: tables.length, rounds }
  const { known, atMost, instead } = possible(layout)
  if (rounds <= atMost && (rounds <= known || instead.length === 0)) return []
  return [
    seatingTexts(locale).repeatFree({
      ...layout,
      atMost,
      instead: rounds > atMost ? [] : instead,
    }),
  ]
}

/** What the seats achieve beside what is proven possible, which rules are broken and where, and who never meets. */
export function Figures({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { explanation, explainedBefore, bound, latest, run, problem } = board
  if ((!latest && run?.best === null) || problem.people.length === 0 || bound === undefined) return null
  const { figures: texts } = textsIn(locale)
  const number = (value: number) => formatNumber(value, locale, Number.isInteger(value) ? 0 : 1)
  const { figures } = explanation
  const before = run?.endedAt === null ? undefined : explainedBefore?.figures
  const since = (now: number, then: number | undefined) =>
    then === undefined || then === now ? null : (
      <span class="source">
        {' '}
        ({texts.change(formatChange(now - then, locale, Number.isInteger(now - then) ? 0 : 1))})
      </span>
    )
  const soft = softBroken(explanation)
  const all = figures.organisationMeetings + explanation.organisationsNeverMeet.length
  const isBest =
    explanation.unmet.length === 0 && figures.worth >= bound.worth - 1e-6 && figures.wishes >= bound.wishes
  return (
    <Section id="siffror" title={texts.title}>
      <p class="lead">
        {bound.worth > 0 &&
          texts.part(`${number(Math.floor((figures.worth / bound.worth) * 1000) / 10)}\u00A0%`)}
      </p>
      <p>{isBest ? texts.best : texts.bound(number(figures.worth), number(bound.worth))}</p>
      <DescriptionList
        items={[
          {
            term: texts.meetings,
            details: (
              <>
                {number(figures.meetings)}
                {since(figures.meetings, before?.meetings)}
              </>
            ),
          },
          {
            term: texts.organisations,
            details: (
              <>
                {texts.organisationsOf(number(figures.organisationMeetings), number(all))}
                {since(figures.organisationMeetings, before?.organisationMeetings)}
              </>
            ),
          },
          ...((problem.wishes ?? []).length === 0
            ? []
            : [
                {
                  term: texts.wishes,
                  details: (
                    <>
                      {texts.of(number(figures.wishes), number((problem.wishes ?? []).length))}
                      {since(figures.wishes, before?.wishes)}
                    </>
                  ),
                },
              ]),
          {
            term: texts.hard,
            details: (
              <>
                {number(figures.hardBroken)}
                {since(figures.hardBroken, before?.hardBroken)}
              </>
            ),
          },
          ...(soft === 0 ? [] : [{ term: texts.soft, details: number(soft) }]),
        ]}
      />
      <Unmet board={board} locale={locale} />
      <NeverMeet board={board} locale={locale} />
    </Section>
  )
}

function softBroken({ unmet }: Explanation): number {
  return unmet.reduce((sum, { weight, times }) => sum + (weight === undefined ? 0 : times), 0)
}

function Unmet({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { explanation, called } = board
  const { figures: texts } = textsIn(locale)
  const { unmet, unheard } = explanation
  if (unmet.length === 0 && unheard.length === 0) return <p>{texts.noneUnmet}</p>
  const engine = seatingTexts(locale)
  const weight = (value: number | undefined) =>
    value === undefined
      ? texts.must
      : texts.weight(formatNumber(value, locale, Number.isInteger(value) ? 0 : 1))
  return (
    <>
      {unmet.length > 0 && (
        <Disclosure summary={`${texts.unmet} (${unmet.length})`} open={unmet.length < 8}>
          <ul>
            {unmet.map((one, index) => (
              <li key={index}>
                {engine.unmet(one, called.names)} <span class="source">({weight(one.weight)})</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {unheard.length > 0 && (
        <Disclosure summary={`${texts.unheard} (${unheard.length})`}>
          <ul>
            {unheard.map(({ person, theme }) => (
              <li key={`${person} ${theme}`}>{texts.unheardOne(called.names.person(person), theme)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

function NeverMeet({ board, locale }: { readonly board: Board; readonly locale: Locale }) {
  const { explanation, called, facts } = board
  const { figures: texts } = textsIn(locale)
  const { organisationsNeverMeet: pairs, neverMeet } = explanation
  const leading = new Set(
    facts.participants.flatMap(({ kind, municipality }) =>
      kind === 'leadership' && municipality !== null ? [municipality] : [],
    ),
  )
  const byLeadership = new Map<string, string[]>()
  for (const [one, other] of pairs) {
    const [leader, company] = leading.has(one) ? [one, other] : [other, one]
    byLeadership.set(leader, [...(byLeadership.get(leader) ?? []), company])
  }
  const list = new Intl.ListFormat(locale === 'sv' ? 'sv-SE' : 'en-GB')
  return (
    <Disclosure summary={`${texts.neverMeet} (${formatNumber(pairs.length, locale)})`}>
      <p>{pairs.length === 0 ? texts.everyoneMeets : texts.neverLead(pairs.length)}</p>
      <ul>
        {[...byLeadership].map(([leader, companies]) => (
          <li key={leader}>
            <strong>{called.names.organisation(leader)}</strong>:{' '}
            {list.format(companies.map((company) => called.names.organisation(company)))}
          </li>
        ))}
      </ul>
      <p class="source">{texts.peopleNever(formatNumber(neverMeet.length, locale))}</p>
    </Disclosure>
  )
}

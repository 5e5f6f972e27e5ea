import { Hono } from 'hono'
import { inTransaction, type VisitEnv } from '#modules/accounts'
import { municipalitiesOf } from '#modules/region'
import { csvText } from '#platform/values/csv.ts'
import { dayOf, formatShortDay } from '#platform/values/dates.ts'
import { addressOf, bothAddresses } from '#ui/addresses.ts'
import { LinkButton } from '#ui/button.tsx'
import { SelectField } from '#ui/choice-field.tsx'
import { ChoiceForm } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/heading.tsx'
import { ExampleTag, Notice, Tag } from '#ui/notice.tsx'
import { Status } from '#ui/status.tsx'
import { Table } from '#ui/table.tsx'
import { commitmentsIn } from '../commitment-store.ts'
import { daysLate, standingOf, standings, type Commitment } from '../core/commitment.ts'
import { isMember } from '../core/policy.ts'
import { textsIn } from './texts.ts'
import {
  commitmentHref,
  organisationsOf,
  promiserInWords,
  receiverInWords,
  toneOf,
  type Asking,
} from './words.ts'

/** All commitments, narrowed down by event, municipality and state: the open ones to everybody, all to members. */
export function listRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()
  routes.on('GET', bothAddresses('commitments'), async (c) => {
    const visit = c.get('visit')
    const { title, lead } = textsIn(visit.locale).list
    return visit.page({ title, description: lead }, <ListPage {...await listed(c)} />)
  })
  routes.on('GET', bothAddresses('commitmentsCsv'), async (c) =>
    c.body(asCsv(await listed(c)), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="commitments.csv"',
    }),
  )
  return routes
}

const questionNames = {
  sv: { event: 'samtal', municipality: 'kommun', standing: 'lage' },
  en: { event: 'event', municipality: 'municipality', standing: 'standing' },
} as const

async function listed(c: Asking) {
  const visit = c.get('visit')
  const today = dayOf(visit.now)
  const { sv, en } = questionNames
  const askedFor = (part: keyof typeof sv) => c.req.query(sv[part]) ?? c.req.query(en[part]) ?? ''
  const asked = {
    event: askedFor('event'),
    municipality: askedFor('municipality'),
    standing: askedFor('standing'),
  }
  return inTransaction(visit, async (tx) => {
    const all = await commitmentsIn(tx)
    const municipalities = await municipalitiesOf(tx)
    const code = municipalities.find(({ slug }) => slug === asked.municipality)?.code ?? null
    const events = new Map(all.map(({ event }) => [event.id, event]))
    const commitments = all.filter(
      (one) =>
        (asked.event === '' || one.event.id === asked.event) &&
        (asked.municipality === '' || (code !== null && one.municipality === code)) &&
        (asked.standing === '' || standingOf(one, today) === asked.standing),
    )
    return {
      locale: visit.locale,
      today,
      asked,
      commitments,
      municipalities,
      events: [...events.values()],
      organisations: await organisationsOf(tx, commitments),
      isMember: isMember(visit.actor),
    }
  })
}

type Listed = Awaited<ReturnType<typeof listed>>

function ListPage(props: Listed) {
  const { locale, commitments, asked } = props
  const { list: texts } = textsIn(locale)
  const query = new URLSearchParams(
    Object.entries(questionNames[locale]).flatMap(([part, name]) => {
      const value = asked[part as keyof typeof asked]
      return value === '' ? [] : [[name, value]]
    }),
  ).toString()
  return (
    <Page>
      <PageTitle title={texts.title} lead={texts.lead} />
      <Questions {...props} />
      <div class="section" id="ataganden">
        {commitments.some(({ isExample }) => isExample) && (
          <Notice>
            <p>{textsIn(locale).example}</p>
          </Notice>
        )}
        <p role="status">{texts.count(commitments.length)}</p>
        <CommitmentTable {...props} />
        <div class="row">
          <LinkButton
            href={`${addressOf('commitmentsCsv', locale)}${query === '' ? '' : `?${query}`}`}
            variant="secondary"
            download
          >
            {texts.csv}
          </LinkButton>
        </div>
      </div>
    </Page>
  )
}

function Questions({ locale, asked, events, municipalities, isMember: seesAll }: Listed) {
  const { list: texts, standings: words } = textsIn(locale)
  const questions = questionNames[locale]
  const offered = seesAll ? standings : standings.filter((one) => one !== 'noted' && one !== 'denied')
  return (
    <ChoiceForm action={addressOf('commitments', locale)} swap="ataganden" submit={texts.show}>
      <SelectField
        name={questions.event}
        label={texts.event}
        value={asked.event}
        empty={texts.allEvents}
        options={events.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <SelectField
        name={questions.municipality}
        label={texts.municipality}
        value={asked.municipality}
        empty={texts.allMunicipalities}
        options={municipalities.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <SelectField
        name={questions.standing}
        label={texts.state}
        value={asked.standing}
        empty={texts.allStates}
        options={offered.map((one) => ({ value: one, label: words[one] }))}
      />
    </ChoiceForm>
  )
}

function CommitmentTable({ locale, today, commitments, organisations }: Listed) {
  const { list: texts } = textsIn(locale)
  return (
    <Table
      caption={texts.caption}
      captionHidden
      rows={commitments}
      rowKey={({ id }) => id}
      empty={texts.none}
      columns={[
        {
          label: texts.what,
          rowHeader: true,
          cell: (one) => (
            <>
              <a href={commitmentHref(one.id, locale)} lang="sv">
                {one.what}
              </a>{' '}
              {!one.isPublic && <Tag>{texts.inner}</Tag>}{' '}
              {one.isExample && <ExampleTag>{textsIn(locale).exampleTag}</ExampleTag>}
            </>
          ),
        },
        { label: texts.who, cell: (one) => promiserInWords(one, organisations, locale) },
        { label: texts.to, cell: (one) => receiverInWords(one, organisations, locale) },
        { label: texts.byDay, cell: (one) => formatShortDay(one.byDay, locale) },
        { label: texts.standing, cell: (one) => <StandingCell one={one} today={today} locale={locale} /> },
      ]}
    />
  )
}

function StandingCell({
  one,
  today,
  locale,
}: {
  readonly one: Commitment
  readonly today: string
  readonly locale: Listed['locale']
}) {
  const { list, standings: words } = textsIn(locale)
  const standing = standingOf(one, today)
  return (
    <>
      <Status tone={toneOf[standing]} label={words[standing]} />
      {standing === 'late' && <span class="source"> {list.lateBy(daysLate(one, today))}</span>}
    </>
  )
}

function asCsv({ locale, today, commitments, organisations, municipalities }: Listed): string {
  const { columns } = textsIn(locale).list
  const { yes, no, ...headings } = columns
  const { standings: words } = textsIn(locale)
  return csvText([
    Object.values(headings),
    ...commitments.map((one) => [
      one.id,
      one.event.title,
      one.event.onDay,
      one.what,
      promiserInWords(one, organisations, locale),
      municipalities.find(({ code }) => code === one.municipality)?.name ?? '',
      receiverInWords(one, organisations, locale),
      one.byDay,
      words[standingOf(one, today)],
      one.because,
      one.intervention,
      one.isPublic ? yes : no,
      one.isExample ? yes : no,
    ]),
  ])
}

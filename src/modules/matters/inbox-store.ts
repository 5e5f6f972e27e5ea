import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#platform/database/connection.ts'
import type { IsoDay } from '#platform/values/dates.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import type { InboxView, Mark } from './core/inbox.ts'

/** Who looks, and at what. */
export interface Asked {
  readonly view: InboxView
  readonly personId: string
  /** The municipalities whose officer they are. */
  readonly municipalities: readonly string[]
  readonly topic: string | null
  /** What is due by this day is at risk. */
  readonly riskBy: IsoDay
}

/** One line of the inbox. */
export interface InboxRow {
  readonly id: string
  /** By what it is ordered, for where the next page begins. */
  readonly key: string
  readonly year: number
  readonly number: number
  readonly subject: string
  readonly topicName: Bilingual
  readonly companyName: string | null
  readonly isExample: boolean
  readonly secrecy: string | null
  readonly state: 'open' | 'waiting' | 'closed'
  readonly firstWordBy: IsoDay
  readonly firstWordAt: Date | null
  readonly planBy: IsoDay
  readonly plannedAt: Date | null
  readonly stepBy: IsoDay | null
  readonly closedAt: Date | null
  readonly waitingSince: Date | null
  readonly outcome: 'solved' | 'partly' | 'explained' | 'not-possible' | 'withdrawn' | null
  readonly verdict: 'solved' | 'partly' | 'not' | null
  readonly owner: string | null
  readonly lead: string | null
  /** The company has spoken last. */
  readonly isUnanswered: boolean
  /** The number of the matter that it is answered together with. */
  readonly joinedYear: number | null
  readonly joinedNumber: number | null
}

interface Order {
  readonly key: RawBuilder<unknown>
  readonly after: (mark: Mark) => RawBuilder<unknown>
  readonly by: RawBuilder<unknown>
}

const byDue: Order = {
  key: sql`matter.due_on::text`,
  after: ({ key, id }) => sql`(matter.due_on, matter.id) > (${key}::date, ${id}::uuid)`,
  by: sql`matter.due_on, matter.id`,
}
const byWaiting: Order = {
  key: sql`to_char(matter.waiting_since at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  after: ({ key, id }) => sql`(matter.waiting_since, matter.id) > (${key}::timestamptz, ${id}::uuid)`,
  by: sql`matter.waiting_since, matter.id`,
}
const byClosing: Order = {
  key: sql`to_char(matter.closed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  after: ({ key, id }) =>
    sql`(matter.closed_at < ${key}::timestamptz or (matter.closed_at = ${key}::timestamptz and matter.id > ${id}::uuid))`,
  by: sql`matter.closed_at desc, matter.id`,
}

const orderOf: Readonly<Record<InboxView, Order>> = {
  mine: byDue,
  municipality: byDue,
  all: byDue,
  risk: byDue,
  waiting: byWaiting,
  closed: byClosing,
}

/** What somebody sees, what is due first first: one page of it, and one line more if there is more. */
export async function inboxPage(
  tx: Tx,
  asked: Asked,
  { after, size }: { readonly after: Mark | null; readonly size: number },
): Promise<readonly InboxRow[]> {
  const order = orderOf[asked.view]
  const conditions = [inView(asked)]
  if (asked.topic !== null) conditions.push(sql`matter.topic_id = ${asked.topic}`)
  if (after !== null) conditions.push(order.after(after))
  const chosen = sql`
    select matter.*, ${order.key} as key, row_number() over (order by ${order.by}) as place
    from matter where ${sql.join(conditions, sql` and `)}
    order by ${order.by} limit ${size + 1}`
  return lines(tx, chosen)
}

/** Those of the matters that were found, in the order in which they were. */
export async function inboxRows(
  tx: Tx,
  asked: Pick<Asked, 'municipalities' | 'topic'>,
  ids: readonly string[],
): Promise<readonly InboxRow[]> {
  if (ids.length === 0) return []
  const topic = asked.topic === null ? sql`true` : sql`matter.topic_id = ${asked.topic}`
  return lines(
    tx,
    sql`select matter.*, '' as key, array_position(${[...ids]}::uuid[], matter.id) as place
        from matter where matter.id = any (${[...ids]}::uuid[]) and ${topic}`,
  )
}

/** What else a line shows is looked up for the chosen ones alone. */
async function lines(tx: Tx, chosen: RawBuilder<unknown>): Promise<readonly InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    with chosen as materialized (${chosen})
    select chosen.id, chosen.key, chosen.year, chosen.number, words.subject, topic.name as topic_name,
           company.name as company_name, chosen.is_example, words.secrecy, chosen.state, chosen.first_word_by,
           chosen.first_word_at, chosen.plan_by, chosen.planned_at, chosen.step_by, chosen.closed_at,
           chosen.waiting_since, chosen.outcome, chosen.verdict, owner.name as owner, municipality.name as lead,
           coalesce(last.side = 'company', false) as is_unanswered, whole.year as joined_year, whole.number as joined_number
    from chosen
    join matter_text as words on words.network_id = chosen.network_id and words.matter_id = chosen.id
    join topic on topic.network_id = chosen.network_id and topic.id = chosen.topic_id
    left join matter_sender as sender on sender.network_id = chosen.network_id and sender.matter_id = chosen.id
    left join company on company.network_id = chosen.network_id and company.id = sender.company_id
    left join matter_part as part on part.network_id = chosen.network_id and part.matter_id = chosen.id
      and part.role = 'lead' and part.left_at is null
    left join municipality on municipality.network_id = chosen.network_id and municipality.code = part.municipality
    left join person as owner on owner.id = part.owner_id
    left join matter as whole on whole.network_id = chosen.network_id and whole.id = chosen.joined_to
    left join lateral (
      select side from matter_entry as entry
      where entry.network_id = chosen.network_id and entry.matter_id = chosen.id and entry.state = 'sent'
      order by entry.id desc limit 1) as last on true
    order by chosen.place`.execute(tx)
  return rows
}

function inView({ view, personId, municipalities, riskBy }: Asked): RawBuilder<unknown> {
  const own = ownParts(municipalities)
  switch (view) {
    case 'mine':
      return sql`matter.state <> 'closed' and exists (select from matter_part as part
        where part.network_id = matter.network_id and part.matter_id = matter.id
          and part.owner_id = ${personId} and part.left_at is null)`
    case 'all':
      return sql`matter.state <> 'closed' and matter.entrance is null`
    case 'municipality':
      return sql`matter.state <> 'closed' and ${own}`
    case 'risk':
      return sql`matter.state <> 'closed' and matter.due_on <= ${riskBy}::date and ${own}`
    case 'waiting':
      return sql`matter.state = 'waiting' and ${own}`
    case 'closed':
      return sql`matter.state = 'closed' and ${own}`
  }
}

/** What one's own town halls have a part in; for the coordinator, what came through the common door. */
function ownParts(municipalities: readonly string[]): RawBuilder<unknown> {
  return municipalities.length === 0
    ? sql`matter.entrance is null`
    : sql`matter.readers && ${[...municipalities]}::text[]`
}

/** How many there are in each view but the closed, for the tabs and for where the day starts. */
export type InboxCounts = Readonly<Record<Exclude<InboxView, 'closed'>, number>>

export async function inboxCounts(tx: Tx, asked: Omit<Asked, 'view' | 'topic'>): Promise<InboxCounts> {
  const own = ownParts(asked.municipalities)
  const { rows } = await sql<InboxCounts>`
    select count(*) filter (where ${own})::int as municipality,
           count(*) filter (where matter.entrance is null)::int as all,
           count(*) filter (where matter.due_on <= ${asked.riskBy}::date and ${own})::int as risk,
           count(*) filter (where matter.state = 'waiting' and ${own})::int as waiting,
           (select count(*)::int from matter_part as part
              join matter as own on own.network_id = part.network_id and own.id = part.matter_id
            where part.owner_id = ${asked.personId} and part.left_at is null
              and own.state <> 'closed') as mine
    from matter where matter.state <> 'closed'`.execute(tx)
  return rows[0] ?? { municipality: 0, all: 0, risk: 0, waiting: 0, mine: 0 }
}

import type { Context as Request } from 'hono'
import type { VisitEnv } from '#modules/accounts'
import { openMatter } from '../../actions/open-matter.ts'
import { numberIn } from '../../core/inbox.ts'
import { matterNumber } from '../../core/matter.ts'
import type { Composing } from './composing.ts'
import { MatterPage } from './matter-page.tsx'
import { readMatter, type ReadMatter } from './matter-read.ts'
import type { InboxSetting } from './setting.ts'

export type MatterRequest = Request<VisitEnv, string>

/** The number in the address. */
export function wantedIn(c: MatterRequest) {
  return numberIn(c.req.param('matter') ?? '')
}

/** The page of the matter, with what is being written on it. */
export async function matterPage(
  c: MatterRequest,
  { beside }: InboxSetting,
  composing: (read: ReadMatter) => Composing,
  status: 200 | 409 | 422,
): Promise<Response> {
  const visit = c.get('visit')
  if (!visit.actor) return visit.refuse()
  const wanted = wantedIn(c)
  const read = wanted && (await openMatter(visit, wanted, (tx, matter) => readMatter(tx, matter, visit)))
  if (!read) return c.notFound()
  const { id, year, number, subject } = read.matter
  return visit.page(
    { title: `${matterNumber(read.matter)} ${subject}`, noindex: true },
    <MatterPage
      read={read}
      composing={composing(read)}
      done={c.req.query('done') ?? null}
      beside={await Promise.all(beside.map((section) => section(visit, { id, year, number })))}
      visit={visit}
    />,
    status,
  )
}

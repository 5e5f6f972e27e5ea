import { Hono } from 'hono'
import type { VNode } from 'preact'
import {
  holds,
  inTransaction,
  municipalitiesAs,
  type Actor,
  type Visit,
  type VisitEnv,
} from '#modules/accounts'
import { bothAddresses } from '#ui/addresses.ts'
import { columnOf, type CellGrid } from '../core/cell-grid.ts'
import { dueAmong } from '../core/due.ts'
import { gapsOf } from '../core/gaps.ts'
import { cellGrid } from '../store.ts'
import { readerOf } from './reader.ts'
import { textsIn } from './texts.ts'
import { WorkPage, type MunicipalityWork } from './work-page.tsx'
import type { Reader } from './words.ts'

export interface WorkSetting {
  /** What else somebody has to do, of which the programme knows nothing; each null where that is nothing. */
  readonly elsewhere: readonly ((visit: Visit) => Promise<VNode | null>)[]
}

/** Each role's own work. */
export function workRoutes({ elsewhere }: WorkSetting): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('work'), async (c) => {
    const visit = c.get('visit')
    const { actor } = visit
    if (!actor) return visit.refuse()
    const reader = readerOf(visit)
    const grid = await inTransaction(visit, (tx) => cellGrid(tx))
    return visit.page(
      { title: textsIn(visit.locale).work.title, noindex: true },
      <WorkPage
        name={actor.name}
        municipalities={[...workAs('officer', actor, grid, reader), ...workAs('leader', actor, grid, reader)]}
        gaps={holds(actor, 'coordinator') ? gapsOf(grid, reader.today) : null}
        elsewhere={await Promise.all(elsewhere.map((find) => find(visit)))}
        grid={grid}
        reader={reader}
      />,
    )
  })

  return routes
}

function workAs(
  role: MunicipalityWork['as'],
  actor: Actor,
  grid: CellGrid,
  reader: Reader,
): readonly MunicipalityWork[] {
  const codes = municipalitiesAs(actor, role)
  return grid.municipalities
    .filter(({ code }) => codes.includes(code))
    .map((municipality) => {
      const entries = columnOf(grid, municipality.code)
      const due = dueAmong(entries, reader.today)
      return {
        municipality,
        as: role,
        column: { ...grid, municipalities: [municipality], entries },
        due: role === 'officer' ? due : due.filter(({ entry }) => entry.cell?.status === 'stuck'),
      }
    })
}

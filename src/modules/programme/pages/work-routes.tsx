import { Hono } from 'hono'
import { holds, inTransaction, municipalitiesAs, type Actor, type VisitEnv } from '#modules/accounts'
import { bothAddresses } from '#ui/addresses.ts'
import { columnOf, type CellGrid } from '../core/cell-grid.ts'
import { dueAmong } from '../core/due.ts'
import { gapsOf } from '../core/gaps.ts'
import { cellGrid } from '../store.ts'
import { matrixAsked } from './members-matrix.tsx'
import { readerOf } from './reader.ts'
import { textsIn } from './texts.ts'
import { WorkPage, type MunicipalityWork } from './work-page.tsx'
import type { Slots } from './slots.ts'
import type { Reader } from './words.ts'

/** Each role's own work. */
export function workRoutes({
  elsewhere,
  afterwards,
}: Pick<Slots, 'elsewhere' | 'afterwards'>): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>()

  routes.on('GET', bothAddresses('work'), async (c) => {
    const visit = c.get('visit')
    const { actor } = visit
    if (!actor) return visit.refuse()
    const reader = await readerOf(visit)
    const grid = await inTransaction(visit, (tx) => cellGrid(tx))
    return visit.page(
      { title: textsIn(visit.locale).work.title, noindex: true },
      <WorkPage
        name={actor.name}
        municipalities={[...workAs('officer', actor, grid, reader), ...workAs('leader', actor, grid, reader)]}
        gaps={holds(actor, 'coordinator') ? gapsOf(grid, reader.today) : null}
        elsewhere={await Promise.all(elsewhere.map((toDo) => toDo(visit)))}
        afterwards={afterwards(visit)}
        grid={grid}
        asked={matrixAsked((name) => c.req.query(name))}
        looking={{
          own: [...municipalitiesAs(actor, 'officer'), ...municipalitiesAs(actor, 'leader')],
          personId: actor.personId,
          today: reader.today,
        }}
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

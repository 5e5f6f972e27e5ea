import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'
import { Status } from './core/status.ts'

const AddressWord = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/** The shape of `programme.json`: goals and areas in the order they are told. */
const ProgrammeFile = z.object({
  name: BilingualText,
  vision: BilingualText,
  isProposal: z.boolean(),
  proposalNote: BilingualText,
  goals: z.array(z.object({ id: AddressWord, name: BilingualText, text: BilingualText })),
  areas: z.array(
    z.object({ id: AddressWord, goal: AddressWord, name: BilingualText, strategy: BilingualText }),
  ),
  interventions: z.array(
    z.object({
      id: AddressWord,
      number: z.number().int().positive(),
      area: AddressWord,
      name: BilingualText,
      text: BilingualText,
      indicators: z.array(AddressWord),
    }),
  ),
})

/** The shape of `example-cells.json`: made-up statuses, their days counted from the day of planting. */
const CellsFile = z.array(
  z.object({
    municipality: z.string(),
    intervention: AddressWord,
    status: Status,
    text: z.string().min(1).max(1000),
    owner: z.string().nullable(),
    deputy: z.string().nullable(),
    milestone: z.object({ text: z.string(), daysFromNow: z.number().int() }).nullable(),
    saidDaysAgo: z.number().int().min(0),
  }),
)

const dayLength = 86_400_000

export interface ProgrammeFiles {
  readonly programme: unknown
  readonly cells: unknown
}

/** Writes the programme and the example statuses, as the database's owner. */
export async function plantProgramme(
  tx: Tx,
  networkId: string,
  files: ProgrammeFiles,
  now: Date,
  peopleIds: ReadonlyMap<string, string>,
): Promise<void> {
  await plantFramework(tx, networkId, ProgrammeFile.parse(files.programme))
  await plantCells(tx, networkId, CellsFile.parse(files.cells), now, peopleIds)
}

async function plantFramework(tx: Tx, networkId: string, file: z.infer<typeof ProgrammeFile>): Promise<void> {
  const { goals, areas, interventions } = file
  const shared = { networkId, retiredAt: null }
  const text = JSON.stringify
  await tx
    .insertInto('programme')
    .values({
      networkId,
      name: text(file.name),
      vision: text(file.vision),
      isProposal: file.isProposal,
      proposalNote: text(file.proposalNote),
    })
    .execute()
  await tx
    .insertInto('goal')
    .values(
      goals.map((goal, at) => ({
        ...shared,
        id: goal.id,
        position: at + 1,
        name: text(goal.name),
        text: text(goal.text),
      })),
    )
    .execute()
  await tx
    .insertInto('area')
    .values(
      areas.map((area, at) => ({
        ...shared,
        id: area.id,
        position: at + 1,
        goalId: area.goal,
        name: text(area.name),
        strategy: text(area.strategy),
      })),
    )
    .execute()
  await tx
    .insertInto('intervention')
    .values(
      interventions.map((one) => ({
        ...shared,
        id: one.id,
        number: one.number,
        areaId: one.area,
        name: text(one.name),
        text: text(one.text),
        indicatorIds: one.indicators,
      })),
    )
    .execute()
}

async function plantCells(
  tx: Tx,
  networkId: string,
  file: z.infer<typeof CellsFile>,
  now: Date,
  peopleIds: ReadonlyMap<string, string>,
): Promise<void> {
  const idOf = (key: string | null): string | null => {
    if (key === null) return null
    const id = peopleIds.get(key)
    if (id === undefined)
      throw new Error(`The example cells name ${key}, who is not among the example people`)
    return id
  }
  await tx
    .insertInto('word')
    .values(
      file.map((cell) => ({
        networkId,
        municipality: cell.municipality,
        interventionId: cell.intervention,
        version: 1,
        status: cell.status,
        text: cell.text,
        ownerId: idOf(cell.owner),
        deputyId: idOf(cell.deputy),
        milestone: cell.milestone?.text ?? null,
        milestoneOn: cell.milestone ? addDays(dayOf(now), cell.milestone.daysFromNow) : null,
        isExample: true,
        saidAt: new Date(now.getTime() - cell.saidDaysAgo * dayLength),
        saidBy: idOf(cell.owner),
      })),
    )
    .execute()
}

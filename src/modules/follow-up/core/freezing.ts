import type { CellGrid, Framework } from '#modules/programme'
import type { Bilingual } from '#platform/values/locale.ts'
import { isLate, stateOf, type Answer } from './answer.ts'
import { reportFormat, type FrozenReport } from './report.ts'
import type { Round } from './round.ts'

/** What a report is made of. */
export interface Freezing {
  readonly network: Bilingual
  readonly round: Round
  readonly frozenAt: Date
  readonly framework: Framework
  readonly grid: CellGrid
  readonly answers: ReadonlyMap<string, Answer>
  readonly indicators: FrozenReport['indicators']
}

/** A round as it stands at that moment, without the name of any person. */
export function frozenReport(freezing: Freezing): FrozenReport {
  const { network, round, frozenAt, framework, grid } = freezing
  const { programme } = framework
  return {
    format: reportFormat,
    network,
    round: {
      id: round.id,
      name: round.name,
      questions: [...round.questions],
      openedAt: round.openedAt.toISOString(),
      closesOn: round.closesOn,
      frozenAt: frozenAt.toISOString(),
    },
    programme: programme && { name: programme.name, isProposal: programme.isProposal },
    statuses: framework.statuses.map(({ id, name, text }) => ({ id, name, text })),
    interventions: interventionsIn(grid, framework),
    municipalities: [...municipalitiesIn(freezing)],
    cells: cellsIn(grid),
    indicators: freezing.indicators,
  }
}

const unnamed: Bilingual = { sv: '', en: '' }

function interventionsIn({ interventions }: CellGrid, framework: Framework): FrozenReport['interventions'] {
  return interventions.map(({ id, number, name }) => {
    const own = framework.interventions.find((one) => one.id === id)
    const area = framework.areas.find((one) => one.id === own?.area)
    const goal = framework.goals.find((one) => one.id === area?.goal)
    return { id, number, name, area: area?.name ?? unnamed, goal: goal?.name ?? unnamed }
  })
}

type FrozenMunicipality = FrozenReport['municipalities'][number]

function municipalitiesIn({ grid, answers, round }: Freezing): readonly FrozenMunicipality[] {
  return grid.municipalities.map(({ code, slug, name }) => ({
    code,
    slug,
    name,
    ...answered(answers.get(code), round),
  }))
}

function answered(
  answer: Answer | undefined,
  { closesOn }: Round,
): Omit<FrozenMunicipality, 'code' | 'slug' | 'name'> {
  const state = stateOf(answer)
  if (!answer)
    return { state, answeredAt: null, isLate: false, isUnchanged: false, confirmedAt: null, answers: [] }
  const { verdict, answeredAt, isUnchanged, answers } = answer
  return {
    state,
    answeredAt: answeredAt.toISOString(),
    isLate: isLate(answer, closesOn),
    isUnchanged,
    confirmedAt: verdict?.verdict === 'confirmed' ? verdict.givenAt.toISOString() : null,
    answers: [...answers],
  }
}

function cellsIn({ entries }: CellGrid): FrozenReport['cells'] {
  return entries.flatMap(({ municipality, intervention, cell }) =>
    cell === null
      ? []
      : [
          {
            municipality: municipality.code,
            intervention: intervention.id,
            status: cell.status,
            text: cell.text,
            milestone: cell.milestone?.text ?? null,
            milestoneOn: cell.milestone?.on ?? null,
            saidAt: cell.saidAt.toISOString(),
            isExample: cell.isExample,
          },
        ],
  )
}

import { z } from 'zod'
import type { CellGrid } from '#modules/programme'
import { BilingualText } from '#platform/values/bilingual.ts'

/** How a frozen report is written. A report outlives the code that wrote it: whatever changes here gets another name. */
export const reportFormat = 'samsyn-follow-up/2'
/** Reports as they were written before the network's words for the statuses stood in them. */
const wordlessFormat = 'samsyn-follow-up/1'

const statuses = ['planned', 'on-plan', 'delayed', 'stuck', 'done', 'stopped'] as const
const Value = z.object({ year: z.number(), value: z.number(), inWords: BilingualText }).nullable()

/** A round as it stood when it was closed. It names municipalities and no persons. */
export const FrozenReport = z.object({
  format: z.enum([reportFormat, wordlessFormat]),
  network: BilingualText,
  round: z.object({
    id: z.string(),
    name: BilingualText,
    questions: z.array(z.string()),
    openedAt: z.string(),
    closesOn: z.string(),
    frozenAt: z.string(),
  }),
  programme: z.object({ name: BilingualText, isProposal: z.boolean() }).nullable(),
  /** What the statuses were called then, in the network's order. */
  statuses: z
    .array(z.object({ id: z.enum([...statuses, 'not-reported']), name: BilingualText, text: BilingualText }))
    .optional(),
  interventions: z.array(
    z.object({
      id: z.string(),
      number: z.number(),
      name: BilingualText,
      area: BilingualText,
      goal: BilingualText,
    }),
  ),
  municipalities: z.array(
    z.object({
      code: z.string(),
      slug: z.string(),
      name: z.string(),
      state: z.enum(['silent', 'sent-back', 'answered', 'confirmed']),
      answeredAt: z.string().nullable(),
      isLate: z.boolean(),
      isUnchanged: z.boolean(),
      confirmedAt: z.string().nullable(),
      answers: z.array(z.string()),
    }),
  ),
  /** What each municipality had said of each intervention; those of which nothing had been said are not here. */
  cells: z.array(
    z.object({
      municipality: z.string(),
      intervention: z.string(),
      status: z.enum(statuses),
      text: z.string(),
      milestone: z.string().nullable(),
      milestoneOn: z.string().nullable(),
      saidAt: z.string(),
      isExample: z.boolean(),
    }),
  ),
  /** The headline indicators as they were known then. */
  indicators: z.array(
    z.object({
      id: z.string(),
      name: BilingualText,
      unit: z.string(),
      sources: z.array(z.string()),
      region: Value,
    }),
  ),
})
export type FrozenReport = z.infer<typeof FrozenReport>

/** The matrix as it stood, in the shape in which it is drawn. */
export function gridFrom(report: FrozenReport): CellGrid {
  const { municipalities } = report
  const interventions = report.interventions.map(({ id, number, name }) => ({
    id,
    number,
    name,
    isRetired: false,
  }))
  const cells = new Map(report.cells.map((cell) => [`${cell.intervention} ${cell.municipality}`, cell]))
  return {
    municipalities,
    interventions,
    entries: interventions.flatMap((intervention) =>
      municipalities.map((municipality) => {
        const cell = cells.get(`${intervention.id} ${municipality.code}`)
        return { intervention, municipality, cell: cell ? cellFrom(cell) : null }
      }),
    ),
  }
}

function cellFrom(cell: FrozenReport['cells'][number]): NonNullable<CellGrid['entries'][number]['cell']> {
  const { status, text, milestone, milestoneOn, saidAt, isExample } = cell
  return {
    status,
    text,
    milestone: milestone !== null && milestoneOn !== null ? { text: milestone, on: milestoneOn } : null,
    isExample,
    saidAt: new Date(saidAt),
    version: 1,
    // Who owned it and who said it is nobody's business in a frozen report.
    owner: null,
    deputy: null,
    saidBy: null,
    handedOver: null,
  }
}

/** A report as text: the same report is the same text, down to the byte. */
export function reportText(report: FrozenReport): string {
  // Parsed first, so that the fields stand in the schema's order whoever put them together.
  return `${JSON.stringify(FrozenReport.parse(report), null, 2)}\n`
}

/** A report read back from its bytes. */
export function reportFrom(bytes: Uint8Array): FrozenReport {
  return FrozenReport.parse(JSON.parse(new TextDecoder().decode(bytes)))
}

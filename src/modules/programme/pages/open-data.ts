import { z } from '@hono/zod-openapi'
import { BilingualText } from '#platform/values/bilingual.ts'
import type { GridEntry } from '../core/cell-grid.ts'
import type { Framework, Intervention, StatusWord } from '../core/framework.ts'
import { standingOf, standings } from '../core/status.ts'
import { nameOf, type Vocabulary } from '../core/vocabulary.ts'

const Part = z.object({ id: z.string(), name: BilingualText })

/** An intervention as other systems read it. */
export const OpenIntervention = z
  .object({
    id: z.string().openapi({ example: 'fortbilda-anstallda' }),
    number: z.number().int().openapi({ example: 1 }),
    name: BilingualText,
    text: BilingualText,
    area: Part.nullable(),
    goal: Part.nullable(),
    indicators: z.array(z.string()).openapi({ description: 'The indicators it should move, by id' }),
  })
  .openapi('Intervention')

/** A status as the network words it. */
export const OpenStatus = z
  .object({
    id: z.enum(standings).openapi({ description: 'Never changes; what the network calls it may' }),
    position: z.number().int(),
    name: BilingualText,
    /** What it means. */
    text: BilingualText,
    isInUse: z.boolean().openapi({ description: 'Whether it may be said anew' }),
  })
  .openapi('Status')

/** A cell as other systems read it: what is public in it, and nobody's name. */
export const OpenCell = z
  .object({
    municipality: z.string().openapi({ description: 'The official code (kommunkod)', example: '1440' }),
    intervention: z.string().openapi({ example: 'fortbilda-anstallda' }),
    status: z
      .enum(standings)
      .openapi({ description: '`not-reported` where the municipality has said nothing' }),
    /** What the network calls the status. */
    statusName: BilingualText,
    text: z.string().nullable(),
    milestone: z.object({ text: z.string(), on: z.iso.date() }).nullable(),
    saidAt: z.iso.datetime().nullable(),
    isExample: z.boolean().openapi({ description: 'Made up, to show how the system works' }),
  })
  .openapi('Cell')

/** What is open of an intervention. */
export function openIntervention(one: Intervention, framework: Framework): z.infer<typeof OpenIntervention> {
  const area = framework.areas.find(({ id }) => id === one.area)
  const goal = framework.goals.find(({ id }) => id === area?.goal)
  const { id, number, name, text, indicators } = one
  return {
    id,
    number,
    name,
    text,
    area: partOrNull(area),
    goal: partOrNull(goal),
    indicators: [...indicators],
  }
}

/** What is open of a cell. */
export function openCell(
  { municipality, intervention, cell }: GridEntry,
  vocabulary: Vocabulary,
): z.infer<typeof OpenCell> {
  const status = standingOf(cell)
  return {
    municipality: municipality.code,
    intervention: intervention.id,
    status,
    statusName: nameOf(status, vocabulary),
    text: cell?.text ?? null,
    milestone: cell?.milestone ?? null,
    saidAt: cell?.saidAt.toISOString() ?? null,
    isExample: cell?.isExample ?? false,
  }
}

/** What is open of a status. */
export function openStatus({ id, position, name, text, retiredAt }: StatusWord): z.infer<typeof OpenStatus> {
  return { id, position, name, text, isInUse: retiredAt === null }
}

function partOrNull(part: z.infer<typeof Part> | undefined): z.infer<typeof Part> | null {
  return part ? { id: part.id, name: part.name } : null
}

import { z } from '@hono/zod-openapi'
import { nameOf, type Vocabulary } from '#modules/programme'
import { BilingualText } from '#platform/values/bilingual.ts'
import { statuses, type Activity, type Evidence } from '../core/activity.ts'

/** An activity as other systems read it: what is public in it, and nobody's name. */
export const OpenActivity = z
  .object({
    id: z.string().openapi({ example: 'ale-frukostmoten' }),
    title: z.string(),
    aim: z.string().openapi({ description: 'What is to be achieved' }),
    body: z
      .string()
      .nullable()
      .openapi({ description: 'The administration, committee or company that does it' }),
    municipality: z.string().openapi({ description: 'The code of the one that leads', example: '1440' }),
    joined: z
      .array(z.string())
      .openapi({ description: 'The codes of those that do it with the one that leads' }),
    intervention: z.string().openapi({ example: 'fortbilda-anstallda' }),
    status: z.enum(statuses),
    /** What the network calls the status. */
    statusName: BilingualText,
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    milestones: z.array(
      z.object({ text: z.string(), on: z.iso.date().nullable(), reachedOn: z.iso.date().nullable() }),
    ),
    evidence: z.array(z.object({ title: z.string(), address: z.string(), addedAt: z.iso.datetime() })),
    takenFrom: z.string().nullable().openapi({ description: 'The activity it was copied from' }),
    saidAt: z.iso.datetime(),
    isExample: z.boolean().openapi({ description: 'Made up, to show how the system works' }),
  })
  .openapi('Activity')

/** What is open of an activity. */
export function openActivity(
  one: Activity,
  evidence: readonly Evidence[],
  vocabulary: Vocabulary,
): z.infer<typeof OpenActivity> {
  const { id, title, aim, body, status, startsOn, endsOn, takenFrom, isExample } = one
  return {
    id,
    title,
    aim,
    body,
    status,
    statusName: nameOf(status, vocabulary),
    startsOn,
    endsOn,
    takenFrom,
    isExample,
    municipality: one.municipality.code,
    joined: one.joined.map(({ code }) => code),
    intervention: one.intervention.id,
    milestones: one.milestones.map(({ text, on, reachedOn }) => ({ text, on, reachedOn })),
    evidence: evidence
      .filter(({ withdrawn }) => withdrawn === null)
      .map(({ title: name, address, addedAt }) => ({ title: name, address, addedAt: addedAt.toISOString() })),
    saidAt: one.saidAt.toISOString(),
  }
}

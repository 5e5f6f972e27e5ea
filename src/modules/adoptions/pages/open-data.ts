import { z } from '@hono/zod-openapi'
import { BilingualText } from '#platform/values/bilingual.ts'
import { standingOn, type AdoptedColumn, type AdoptedGrid } from '../core/adopted-on.ts'
import { adoptionKinds, type Adoption } from '../core/adoption.ts'
import { standings } from '../core/mapping.ts'
import { versionIn } from './adopted-file.ts'

const knownDay = z.string().openapi({
  description: 'As far as it is known: a year, a month or a day',
  example: '2021-06',
})

/** A version of a municipality's programme as other systems read it. */
export const OpenAdoption = z
  .object({
    municipality: z.string().openapi({ description: 'The official code (kommunkod)', example: '1440' }),
    version: z.number().int(),
    name: z.string(),
    kind: z.enum(adoptionKinds).nullable(),
    decidedOn: knownDay.nullable(),
    decidedBy: z.string().nullable(),
    paragraph: z.string().nullable(),
    caseNumber: z.string().nullable(),
    period: z.string().nullable(),
    aim: BilingualText.nullable(),
    followUp: BilingualText.nullable(),
    note: BilingualText.nullable(),
    sources: z.array(z.object({ title: z.string(), url: z.string() })),
    link: z.string().nullable(),
    revision: z.number().int().openapi({ description: 'Counts how often the details have been written' }),
    isExample: z.boolean().openapi({ description: 'Made up, to show how the system works' }),
  })
  .openapi('Adoption')

/** How an intervention stood in a municipality's programme on a day, as other systems read it. */
export const OpenStanding = z
  .object({
    municipality: z.string().openapi({ example: '1440' }),
    intervention: z.string().openapi({ example: 'fortbilda-anstallda' }),
    standing: z.enum(standings).openapi({
      description:
        '`none` only where every part of the programme has been compared; `not-known` also where it is not sure which decision was in force',
    }),
    version: z.number().int().nullable().openapi({ description: 'The version in force for sure' }),
    nodes: z
      .array(z.object({ node: z.number().int(), mark: z.string().nullable(), text: z.string() }))
      .openapi({ description: 'The municipality’s own words' }),
    isExample: z.boolean(),
  })
  .openapi('AdoptedIntervention')

/** What is open of a version. */
export function openAdoption(adoption: Adoption): z.infer<typeof OpenAdoption> {
  const { file: _file, writtenAt: _writtenAt, sources, ...open } = adoption
  return { ...open, sources: sources.map(({ title, url }) => ({ title, url })) }
}

/** What is open of a grid, intervention by intervention. */
export function openStandings({ interventions, columns }: AdoptedGrid): z.infer<typeof OpenStanding>[] {
  return interventions.flatMap(({ id }) => columns.map((column) => openStanding(column, id)))
}

function openStanding(column: AdoptedColumn, intervention: string): z.infer<typeof OpenStanding> {
  const { standing, nodes } = standingOn(column, intervention)
  const version = versionIn(column)
  return {
    municipality: column.municipality.code,
    intervention,
    standing,
    version: version?.version ?? null,
    nodes: nodes.map(({ node, mark, text }) => ({ node, mark, text })),
    isExample: version?.isExample ?? false,
  }
}

import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { BilingualText } from '#platform/values/bilingual.ts'

const named = { id: z.string(), text: BilingualText }

/** The shape of `routing.json`. */
const RoutingFile = z.object({
  desk: z.object({ id: z.string(), name: z.string() }),
  topics: z.array(
    z.object({
      id: z.string(),
      name: BilingualText,
      hint: BilingualText,
      questions: z.array(z.object({ ...named, choices: z.array(z.object(named)).min(2) })),
    }),
  ),
})

/** Writes the topics, and for each municipality one desk with its officer and deputy; as the database's owner. */
export async function plantRouting(
  tx: Tx,
  networkId: string,
  file: unknown,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { topics, desk } = RoutingFile.parse(file)
  await tx
    .insertInto('topic')
    .values(
      topics.map(({ id, name, hint, questions }, index) => ({
        networkId,
        id,
        position: index + 1,
        name: JSON.stringify(name),
        hint: JSON.stringify(hint),
        questions: JSON.stringify(questions),
        retiredAt: null,
      })),
    )
    .execute()
  const municipalities = await tx
    .selectFrom('municipality')
    .select(['code', 'slug'])
    .where('networkId', '=', networkId)
    .execute()
  await tx
    .insertInto('desk')
    .values(
      municipalities.map(({ code, slug }) => ({
        networkId,
        municipality: code,
        ...desk,
        ownerId: people.get(`officer-${slug}`) ?? null,
        deputyId: people.get(`deputy-officer-${slug}`) ?? null,
        closedAt: null,
      })),
    )
    .execute()
}

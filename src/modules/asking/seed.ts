import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Tx } from '#platform/database/connection.ts'
import { addDays, dayOf } from '#platform/values/dates.ts'

const QuestionFile = z.object({
  kind: z.enum(['choice', 'scale', 'text']),
  text: z.string(),
  choices: z.array(z.string()).optional(),
})

/** The shape of `example-asks.json`: made-up questions that are closed, and what was answered. */
const AsksFile = z.array(
  z.object({
    municipality: z.string(),
    by: z.string(),
    title: z.string(),
    why: z.string(),
    questions: z.array(QuestionFile),
    sentDaysAgo: z.number().int(),
    closedDaysAgo: z.number().int(),
    answers: z.array(
      z.object({
        company: z.string(),
        /** Null for one that has not answered. */
        choices: z.array(z.number().int().nullable()).nullable(),
        text: z.string(),
      }),
    ),
  }),
)

const dayLength = 86_400_000

/** Writes the example questions to companies, as the database's owner; `companies` are their ids by name. */
export async function plantAsks(
  tx: Tx,
  networkId: string,
  file: unknown,
  now: Date,
  {
    people,
    companies,
  }: { readonly people: ReadonlyMap<string, string>; readonly companies: ReadonlyMap<string, string> },
): Promise<void> {
  for (const { by, questions, sentDaysAgo, closedDaysAgo, answers, ...words } of AsksFile.parse(file)) {
    const sentAt = daysBefore(now, sentDaysAgo)
    const { id: askId } = await tx
      .insertInto('ask')
      .values({
        ...words,
        networkId,
        questions: JSON.stringify(questions),
        criteria: JSON.stringify({ municipalities: [], branches: [], sizes: [] }),
        closesOn: addDays(dayOf(now), -closedDaysAgo),
        sentAt,
        sentBy: people.get(by) ?? null,
        closedAt: daysBefore(now, closedDaysAgo),
        isExample: true,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const answer of answers)
      await plantAnswer(tx, { networkId, askId, sentAt, now }, questions, {
        ...answer,
        companyId: companies.get(answer.company) ?? '',
      })
  }
}

async function plantAnswer(
  tx: Tx,
  { networkId, askId, sentAt, now }: { networkId: string; askId: string; sentAt: Date; now: Date },
  questions: readonly z.infer<typeof QuestionFile>[],
  { companyId, choices, text }: { companyId: string; choices: (number | null)[] | null; text: string },
): Promise<void> {
  const recipientId = randomUUID()
  await tx
    .insertInto('askRecipient')
    .values({
      networkId,
      id: recipientId,
      askId,
      companyId,
      email: 'foretag@example.org',
      ground: 'agreed',
      digest: createHash('sha256').update(recipientId).digest(),
      askedAt: sentAt,
      toldAt: now,
    })
    .execute()
  if (choices === null) return
  const place = { networkId, recipientId, askId }
  await tx
    .insertInto('askAnswer')
    .values({ ...place, choices, answeredAt: sentAt })
    .execute()
  await tx
    .insertInto('askText')
    .values({ ...place, texts: questions.map(({ kind }) => (kind === 'text' ? text : '')) })
    .execute()
}

function daysBefore(now: Date, count: number): Date {
  return new Date(now.getTime() - count * dayLength)
}

import type { Tx } from '#platform/database/connection.ts'

/** Whose template it is: a municipality's code, or empty for the region's. */
export type TemplateSubject = string

/** A template as its page tells of it. */
export interface KeptTemplate {
  readonly subject: TemplateSubject
  readonly version: number
  readonly name: string
  /** Taken away: reports are had in our own look again. */
  readonly isGone: boolean
  readonly sentAt: Date
}

/** The latest template of each subject that has ever had one. */
export async function latestTemplates(tx: Tx): Promise<readonly KeptTemplate[]> {
  const rows = await tx
    .selectFrom('reportTemplate')
    .distinctOn('subject')
    .select(['subject', 'version', 'name', 'sentAt'])
    .select((column) => column('bytes', 'is', null).as('isGone'))
    .orderBy('subject')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ isGone, ...row }) => ({ ...row, isGone: Boolean(isGone) }))
}

/** The bytes of one version; null where there is none, or it was the taking away. */
export async function templateBytes(
  tx: Tx,
  subject: TemplateSubject,
  version: number,
): Promise<Uint8Array | null> {
  const row = await tx
    .selectFrom('reportTemplate')
    .select('bytes')
    .where('subject', '=', subject)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.bytes ?? null
}

interface NewTemplate {
  readonly networkId: string
  readonly subject: TemplateSubject
  readonly version: number
  readonly name: string
  readonly bytes: Uint8Array | null
  readonly sentBy: string
  readonly sentAt: Date
}

/** Adds a version; false when somebody else did at the same moment. */
export async function addTemplate(tx: Tx, { bytes, ...template }: NewTemplate): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reportTemplate')
    .values({ ...template, bytes: bytes && Buffer.from(bytes) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

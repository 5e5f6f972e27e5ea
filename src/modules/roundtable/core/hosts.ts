import type { EventTable } from './event.ts'
import type { Participant } from './participant.ts'

/** A table whose host does not come after all. */
export interface LostHost {
  readonly table: string
  readonly host: Participant
}

/** The tables that are left without their host: who said no, or sends somebody else. They are the host again if they come. */
export function lostHosts(
  tables: readonly EventTable[],
  people: readonly Participant[],
): readonly LostHost[] {
  return tables.flatMap(({ id, hostId }) => {
    const host = people.find((one) => one.id === hostId)
    return host && (host.state === 'no' || host.state === 'delegated') ? [{ table: id, host }] : []
  })
}

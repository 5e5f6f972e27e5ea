import { holds, type Actor } from './actor.ts'

/** Who may see the network's people, invite, and give and take roles: its coordinator. */
export function mayManagePeople(actor: Actor | null): boolean {
  return holds(actor, 'coordinator')
}

/** Who may read the log of everything done: members; the database leaves out what is about people for all but the coordinator. */
export function mayReadLog(actor: Actor | null): boolean {
  return actor !== null && actor.grants.length > 0
}

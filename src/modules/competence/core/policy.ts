import type { Actor } from '#modules/accounts'

type Asking = Pick<Actor, 'grants'> | null

function isCoordinator(actor: Asking): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

/** Who may write, confirm and check a support: the coordinator, and the partners of the organisation that gives it. */
export function mayKeep(actor: Asking, giver: string): boolean {
  return isCoordinator(actor) || isOfGiver(actor, giver)
}

/** Whether somebody is a partner of the organisation that gives a support. */
export function isOfGiver(actor: Asking, giver: string): boolean {
  return actor?.grants.some(({ organisation }) => organisation === giver) ?? false
}

/** Who keeps any support at all. */
export function keepsSupports(actor: Asking): boolean {
  return (
    isCoordinator(actor) || (actor?.grants.some(({ organisation }) => organisation !== undefined) ?? false)
  )
}

/** Who may enter a support of whoever gives it. */
export function mayAddForAnybody(actor: Asking): boolean {
  return isCoordinator(actor)
}

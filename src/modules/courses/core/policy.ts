import type { Actor } from '#modules/accounts'

/** Who keeps the courses and corrects the travel times: the coordinator. */
export function mayKeepCourses(actor: Pick<Actor, 'grants'> | null): boolean {
  return actor?.grants.some(({ role }) => role === 'coordinator') ?? false
}

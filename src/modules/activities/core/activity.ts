import type { GridIntervention, GridMunicipality, NamedPerson, Status } from '#modules/programme'
import type { IsoDay } from '#platform/values/dates.ts'

/** The same statuses as a cell has. */
export const statuses = [
  'planned',
  'on-plan',
  'delayed',
  'stuck',
  'done',
  'stopped',
] as const satisfies readonly Status[]

/** Something that is to be finished on the way. Its number stays, whatever it is called. */
export interface PlannedMilestone {
  readonly number: number
  readonly text: string
  /** Null while nobody has set a day. */
  readonly on: IsoDay | null
}

export interface Milestone extends PlannedMilestone {
  readonly reachedOn: IsoDay | null
}

/** What anybody may read of an activity. */
interface Outside {
  readonly intervention: string
  readonly title: string
  /** What is to be achieved. */
  readonly aim: string
  /** Who does it: an administration, a committee, a company. */
  readonly body: string | null
  /** The codes of the municipalities that do it with the one that leads. */
  readonly joined: readonly string[]
  readonly startsOn: IsoDay | null
  readonly endsOn: IsoDay | null
  readonly status: Status
}

/** What members read of an activity. */
interface Inside {
  readonly text: string
  /** Why it is delayed or stopped; what it is stuck on. */
  readonly reason: string | null
  /** Whole kronor; null is not known. */
  readonly budget: number | null
  readonly paidBy: string | null
  readonly owner: string | null
  readonly deputy: string | null
}

/** All that is said of an activity at one time, but for the note. */
export interface ActivityWord extends Outside, Inside {
  readonly milestones: readonly PlannedMilestone[]
}

export interface Activity extends Omit<Outside, 'intervention' | 'joined'> {
  readonly id: string
  /** The municipality that leads it. */
  readonly municipality: GridMunicipality
  readonly joined: readonly GridMunicipality[]
  readonly intervention: GridIntervention
  readonly milestones: readonly Milestone[]
  readonly isExample: boolean
  /** Counts the words. */
  readonly version: number
  readonly saidAt: Date
  readonly saidBy: NamedPerson | null
  readonly addedAt: Date
  /** The activity it was copied from, by id. */
  readonly takenFrom: string | null
  /** Null for readers who may not see it. */
  readonly inside: ActivityInside | null
}

export interface ActivityInside extends Omit<Inside, 'owner' | 'deputy'> {
  readonly owner: NamedPerson | null
  readonly deputy: NamedPerson | null
}

/** What shows that something happens. */
export interface Evidence {
  readonly id: string
  readonly title: string
  readonly address: string
  readonly addedAt: Date
  readonly addedBy: NamedPerson | null
  readonly withdrawn: { readonly at: Date; readonly by: NamedPerson | null } | null
}

const nothingSeen: ActivityInside = {
  text: '',
  reason: null,
  budget: null,
  paidBy: null,
  owner: null,
  deputy: null,
}

/** What an activity says, as it is compared, stored and kept in the audit log. */
export function wordOf(activity: Activity): ActivityWord {
  const { owner, deputy, ...inside } = activity.inside ?? nothingSeen
  return {
    intervention: activity.intervention.id,
    title: activity.title,
    aim: activity.aim,
    body: activity.body,
    joined: activity.joined.map(({ code }) => code),
    startsOn: activity.startsOn,
    endsOn: activity.endsOn,
    status: activity.status,
    ...inside,
    owner: owner?.id ?? null,
    deputy: deputy?.id ?? null,
    milestones: activity.milestones.map(({ number, text, on }) => ({ number, text, on })),
  }
}

/** The codes of everybody who does it, the one that leads first. */
export function doersOf(activity: Pick<Activity, 'municipality' | 'joined'>): readonly string[] {
  return [activity.municipality, ...activity.joined].map(({ code }) => code)
}

/** Whether something is still expected to happen. */
export function isUnderWay(status: Status): boolean {
  return status !== 'done' && status !== 'stopped'
}

/** Whether anything in it is made up. */
export function holdsExamples(activities: readonly Pick<Activity, 'isExample'>[]): boolean {
  return activities.some(({ isExample }) => isExample)
}

import type { Bilingual } from '#platform/values/locale.ts'
import type { Standing } from './status.ts'

/** What the network works towards, as a whole. */
export interface Programme {
  readonly name: Bilingual
  readonly vision: Bilingual
  /** Not decided by anybody yet; every page that shows it says so. */
  readonly isProposal: boolean
  /** What kind of proposal it is, and what in it is whose. */
  readonly proposalNote: Bilingual
}

/** The kinds of parts that a framework is made of. */
export const partKinds = ['goal', 'area', 'intervention', 'status'] as const
export type PartKind = (typeof partKinds)[number]
/** The kinds that a coordinator adds to. There are as many statuses as the programme has rules for. */
export type AddedKind = Exclude<PartKind, 'status'>

interface Part {
  /** Its part of an address. It never changes, so that the address never dies. */
  readonly id: string
  readonly name: Bilingual
  /** Since when it is out of the framework; null while it counts. */
  readonly retiredAt: Date | null
}

export interface Goal extends Part {
  readonly position: number
  readonly text: Bilingual
}

export interface Area extends Part {
  readonly position: number
  readonly goal: string
  /** The area's main strategy. */
  readonly strategy: Bilingual
}

export interface Intervention extends Part {
  readonly number: number
  readonly area: string
  readonly text: Bilingual
  /** The indicators it should move, by id. */
  readonly indicators: readonly string[]
}

/** How the network words one standing. */
export interface StatusWord extends Part {
  readonly id: Standing
  readonly position: number
  /** What it means. */
  readonly text: Bilingual
}

/** All parts, retired ones too, each kind in its order. */
export interface Framework {
  readonly programme: Programme | null
  readonly goals: readonly Goal[]
  readonly areas: readonly Area[]
  readonly interventions: readonly Intervention[]
  readonly statuses: readonly StatusWord[]
}

interface Versioned {
  readonly version: number
}

/** The framework with a count of each part's changes, so that nobody overwrites what they have not seen. */
export interface VersionedFramework extends Framework {
  readonly programme: (Programme & Versioned) | null
  readonly goals: readonly (Goal & Versioned)[]
  readonly areas: readonly (Area & Versioned)[]
  readonly interventions: readonly (Intervention & Versioned)[]
  readonly statuses: readonly (StatusWord & Versioned)[]
}

export interface AreaBranch {
  readonly area: Area
  readonly interventions: readonly Intervention[]
}

export interface GoalBranch {
  readonly goal: Goal
  readonly areas: readonly AreaBranch[]
}

/** The framework as a tree of what counts now: goals, their areas, the areas' interventions. */
export function treeOf(framework: Framework): readonly GoalBranch[] {
  return live(framework.goals).map((goal) => ({
    goal,
    areas: live(framework.areas)
      .filter((area) => area.goal === goal.id)
      .map((area) => ({
        area,
        interventions: live(framework.interventions).filter((one) => one.area === area.id),
      })),
  }))
}

/** Those that have not been retired. */
export function live<Kind extends Part>(parts: readonly Kind[]): readonly Kind[] {
  return parts.filter((part) => part.retiredAt === null)
}

/** Those that have been retired. */
export function retired<Kind extends Part>(parts: readonly Kind[]): readonly Kind[] {
  return parts.filter((part) => part.retiredAt !== null)
}

/** One part by its kind and id, retired or not. */
export function partOf(framework: Framework, kind: PartKind, id: string): Part | undefined {
  const parts: Record<PartKind, readonly Part[]> = {
    goal: framework.goals,
    area: framework.areas,
    intervention: framework.interventions,
    status: framework.statuses,
  }
  return parts[kind].find((part) => part.id === id)
}

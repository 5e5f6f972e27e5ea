/** From the coarsest word to the finest, such as the region and a municipality of it. */
export type Ladder = readonly string[]

/** The smallest thing that is counted. */
export interface Unit {
  readonly id: string
  /** Whom no figure may be traced to. */
  readonly giver: string
  /** One for each respect in which figures are told. */
  readonly ladders: readonly Ladder[]
}

/** Units that are shown together, from one round to the last. */
export interface Batch {
  /** How it is told in each respect: no finer than the level at which enough gathered. */
  readonly told: readonly Ladder[]
  readonly givers: number
  readonly units: readonly string[]
}

export interface Rule {
  /** How many givers a batch has at the least. */
  readonly atLeast: number
  /** How many words of each ladder are told, from the finest telling to the coarsest. */
  readonly levels: readonly (readonly number[])[]
}

/** What one round changes; `kept` are shown as they were. */
export interface Round<Shown extends Batch = Batch> {
  readonly kept: readonly Shown[]
  readonly ended: readonly Shown[]
  readonly begun: readonly Batch[]
}

/**
 * What is shown next, of what stands now. `earlier` are the units that some batch has had before, whether it is
 * shown still or has ended.
 */
export function nextRound<Shown extends Batch>(
  standing: readonly Unit[],
  shown: readonly Shown[],
  earlier: ReadonlySet<string>,
  rule: Rule,
): Round<Shown> {
  const giverOf = new Map(standing.map(({ id, giver }) => [id, giver]))
  const isAlive = ({ units }: Batch) => giversAmong(units, giverOf) >= rule.atLeast
  const ended = shown.filter((batch) => !isAlive(batch))
  const taken = new Set(shown.flatMap(({ units }) => units))
  const closed = new Set(ended.map(({ told }) => wordOf(told)))
  const waiting = standing.filter(({ id }) => !taken.has(id))
  return { kept: shown.filter(isAlive), ended, begun: begin(waiting, closed, earlier, rule) }
}

function begin(
  waiting: readonly Unit[],
  closed: ReadonlySet<string>,
  earlier: ReadonlySet<string>,
  rule: Rule,
): readonly Batch[] {
  const begun: Batch[] = []
  let left = waiting
  for (const level of rule.levels) {
    const still: Unit[] = left.filter((unit) => !reaches(unit, level))
    for (const [word, units] of byWord(left, level)) {
      const batches = closed.has(word) ? [] : split(units, earlier, rule.atLeast)
      if (batches.length === 0) still.push(...units)
      for (const members of batches) begun.push(batchOf(members, level))
    }
    left = still
  }
  return begun
}

function byWord(units: readonly Unit[], level: readonly number[]): ReadonlyMap<string, readonly Unit[]> {
  const groups = new Map<string, Unit[]>()
  for (const unit of units) {
    if (!reaches(unit, level)) continue
    const word = wordOf(unit.ladders.map((ladder, at) => ladder.slice(0, level[at])))
    const group = groups.get(word)
    if (group) group.push(unit)
    else groups.set(word, [unit])
  }
  return groups
}

function reaches({ ladders }: Unit, level: readonly number[]): boolean {
  return level.every((depth, at) => (ladders[at]?.length ?? 0) >= depth)
}

function wordOf(told: readonly Ladder[]): string {
  return JSON.stringify(told)
}

/** As many batches as have enough fresh givers each; none if there are not enough for one. Small ones end sooner and hide less. */
function split(
  units: readonly Unit[],
  earlier: ReadonlySet<string>,
  atLeast: number,
): readonly (readonly Unit[])[] {
  const fresh = Map.groupBy(
    units.filter(({ id }) => !earlier.has(id)),
    ({ giver }) => giver,
  )
  const many = Math.floor(fresh.size / atLeast)
  if (many === 0) return []
  const batches: Unit[][] = Array.from({ length: many }, () => [])
  // A giver's fresh units stay together, so that none of them is what makes another batch large enough.
  let turn = 0
  for (const own of fresh.values()) batches[turn++ % many]?.push(...own)
  for (const unit of units) if (earlier.has(unit.id)) batches[turn++ % many]?.push(unit)
  return batches
}

function batchOf(members: readonly Unit[], level: readonly number[]): Batch {
  return {
    told: (members[0]?.ladders ?? []).map((ladder, at) => ladder.slice(0, level[at])),
    givers: new Set(members.map(({ giver }) => giver)).size,
    units: members.map(({ id }) => id),
  }
}

function giversAmong(units: readonly string[], giverOf: ReadonlyMap<string, string>): number {
  return new Set(units.flatMap((id) => giverOf.get(id) ?? [])).size
}

import { holdings, skillKey, ways, type Holding, type Need, type Statement, type Way } from './need.ts'

/** What adding up asks of a statement. */
export type Counted = Omit<Need, 'level'> & Pick<Statement, 'company' | 'way' | 'saidAt'>

/** A company's need of one skill, counted once however many ways it came in. */
export interface Merged<Said extends Counted = Counted> {
  /** What it is known by as long as it is the same company and skill. */
  readonly unit: string
  /** The statement that speaks for it: the company's own before what was written down for it, the newest first. */
  readonly first: Said
  readonly people: number
  readonly places: readonly string[]
  readonly neededBy: string
  readonly holdsBack: Holding
  readonly ways: readonly Way[]
}

/**
 * Each need once: statements of the same company and skill, all of which stand. Their places are joined; the soonest day
 * and the worst lack count; how many is what the first says, for it is the same people.
 */
export function oneEach<Said extends Counted>(standing: readonly Said[]): readonly Merged<Said>[] {
  const byUnit = new Map<string, Said[]>()
  for (const said of standing) {
    const unit = `${said.company} ${skillKey(said)}`
    const known = byUnit.get(unit)
    if (known) known.push(said)
    else byUnit.set(unit, [said])
  }
  return [...byUnit].map(([unit, all]) => merged(unit, all))
}

function merged<Said extends Counted>(unit: string, all: readonly Said[]): Merged<Said> {
  const [first, ...others] = all.length === 1 ? all : all.toSorted(byVoice)
  if (!first) throw new Error('no statement to merge')
  const { people, places, neededBy, holdsBack, way } = first
  if (others.length === 0) return { unit, first, people, places, neededBy, holdsBack, ways: [way] }
  return {
    unit,
    first,
    people,
    places: [...new Set(all.flatMap((one) => one.places))].toSorted(),
    neededBy: all.reduce((soonest, one) => (one.neededBy < soonest ? one.neededBy : soonest), neededBy),
    holdsBack: holdings.find((one) => all.some((said) => said.holdsBack === one)) ?? holdsBack,
    ways: ways.filter((one) => all.some((said) => said.way === one)),
  }
}

function byVoice(a: Counted, b: Counted): number {
  return ways.indexOf(a.way) - ways.indexOf(b.way) || b.saidAt.getTime() - a.saidAt.getTime()
}

import { Numbering } from './arrays.ts'
import type { Room } from './compile.ts'
import { fits, type Person, type Problem, type Range, type Who } from './problem.ts'

/** What is counted at each table: how many of some people sit there, or of how many different groups. */
export interface Mix {
  readonly rules: readonly Counted[]
  /** By one of all: people of one class are the same to every rule of counting. */
  readonly classOf: Int32Array
}

export interface Counted {
  readonly atLeast: number
  readonly atMost: number
  /** What each one too few or too many costs. */
  readonly cost: number
  readonly isHard: boolean
  /** By one of all: 1 if counted; of groups: the group's number; -1 for those whom the rule does not mean. */
  readonly groupOf: Int32Array
  /** How many groups there are; 0 where people are counted. */
  readonly groups: number
}

export function compileMix(problem: Problem, room: Room): Mix {
  const rules: Counted[] = []
  for (const rule of problem.rules ?? []) {
    if (rule.rule !== 'count' && rule.rule !== 'different') continue
    const cost = rule.weight === undefined ? room.hard : Math.round(room.scale * rule.weight)
    rules.push({
      ...boundsOf(rule.times, room),
      cost,
      isHard: rule.weight === undefined,
      ...(rule.rule === 'count'
        ? { groupOf: groupsOf(problem.people, rule.who, room), groups: 0 }
        : differentGroups(problem.people, rule, room)),
    })
  }
  const classes = new Numbering()
  const classOf = new Int32Array(room.all)
  for (let one = 0; one < room.all; one += 1)
    classOf[one] = classes.of(rules.map(({ groupOf }) => groupOf[one]).join(' '))
  return { rules, classOf }
}

function boundsOf({ atLeast, atMost }: Range, room: Room) {
  return { atLeast: atLeast ?? 0, atMost: atMost ?? room.all }
}

function groupsOf(people: readonly Person[], who: Who, room: Room): Int32Array {
  const groupOf = new Int32Array(room.all).fill(-1)
  for (const [index, person] of people.entries()) if (fits(person, who)) groupOf[index] = 1
  return groupOf
}

function differentGroups(
  people: readonly Person[],
  { who, by }: { readonly who: Who; readonly by: string },
  room: Room,
) {
  const numbering = new Numbering()
  const groupOf = new Int32Array(room.all).fill(-1)
  for (const [index, person] of people.entries()) {
    const group = groupBy(person, by)
    if (group !== undefined && fits(person, who)) groupOf[index] = numbering.of(group)
  }
  return { groupOf, groups: numbering.size }
}

/** What a person counts as: the organisation, or the value of an attribute. */
export function groupBy(person: Person, by: string): string | undefined {
  return by === 'organisation' ? person.organisation : person.attributes?.[by]
}

import type { KnownPlace } from './places.ts'
import { folded } from '#platform/values/cleaned.ts'

const mostProposals = 3
const mostCompared = 40

/** The places that may have been meant, the likeliest first. They are for a person to choose from, never to be taken. */
export function nearestPlaces(text: string, places: readonly KnownPlace[]): readonly KnownPlace[] {
  const asked = folded(text)
    .replace(/s? (?:kommun|kommunen|stad|municipality|city)$/, '')
    .slice(0, mostCompared)
  if (asked === '') return []
  return places
    .map((place) => ({ place, distance: distanceTo(asked, folded(place.name)) }))
    .filter(({ distance }) => distance <= 1)
    .toSorted((a, b) => a.distance - b.distance || a.place.name.length - b.place.name.length)
    .slice(0, mostProposals)
    .map(({ place }) => place)
}

/** From 0, the same letters, to 1, just near enough to be proposed. */
function distanceTo(asked: string, name: string): number {
  if (asked === name) return 0
  if (asked.length >= 4 && (name.startsWith(asked) || asked.startsWith(`${name} `))) return 0.2
  if (isAbbreviation(asked, name)) return 0.4
  const longer = Math.max(asked.length, name.length)
  if (Math.abs(asked.length - name.length) > longer * 0.4) return 2
  return editsBetween(asked, name) / (longer * 0.4)
}

/** `gbg` and `sthlm`: the first letter, then others in their order, too few to be a name themselves. */
function isAbbreviation(asked: string, name: string): boolean {
  if (asked.length < 2 || asked.length > 5 || asked.length >= name.length || asked[0] !== name[0])
    return false
  let at = 0
  for (const letter of asked) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** How many letters have to be changed, put in or taken out (Levenshtein). */
function editsBetween(from: string, to: string): number {
  let before = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...from].entries()) {
    const here = [row + 1]
    for (const [column, other] of [...to].entries()) {
      const replaced = (before[column] ?? 0) + (letter === other ? 0 : 1)
      here.push(Math.min(replaced, (before[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1))
    }
    before = here
  }
  return before.at(-1) ?? 0
}

import type { Typed } from '#platform/http/form.ts'
import type { Bilingual } from '#platform/values/locale.ts'
import { live, type AddedKind, type Framework, type VersionedFramework } from '../core/framework.ts'
import type { EditableKind } from './framework-addresses.ts'

function words(name: Bilingual, text: Bilingual, version: number): Typed {
  return { version: String(version), nameSv: name.sv, nameEn: name.en, textSv: text.sv, textEn: text.en }
}

/** The form's fields as they stand before anybody has typed; null when there is no such part. */
export function typedFromPart(framework: VersionedFramework, kind: EditableKind, id: string): Typed | null {
  switch (kind) {
    case 'programme': {
      const { programme } = framework
      if (!programme) return null
      const note = { noteSv: programme.proposalNote.sv, noteEn: programme.proposalNote.en }
      return {
        ...words(programme.name, programme.vision, programme.version),
        ...note,
        ...(programme.isProposal ? { isProposal: 'on' } : {}),
      }
    }
    case 'goal': {
      const goal = framework.goals.find((one) => one.id === id)
      return goal ? { ...words(goal.name, goal.text, goal.version), position: String(goal.position) } : null
    }
    case 'status': {
      const status = framework.statuses.find((one) => one.id === id)
      return status
        ? { ...words(status.name, status.text, status.version), position: String(status.position) }
        : null
    }
    case 'area': {
      const area = framework.areas.find((one) => one.id === id)
      return area
        ? {
            ...words(area.name, area.strategy, area.version),
            position: String(area.position),
            goal: area.goal,
          }
        : null
    }
    case 'intervention': {
      const one = framework.interventions.find((each) => each.id === id)
      if (!one) return null
      const marks = Object.fromEntries(one.indicators.map((indicator) => [`indicator-${indicator}`, 'on']))
      return {
        ...words(one.name, one.text, one.version),
        number: String(one.number),
        area: one.area,
        ...marks,
      }
    }
  }
}

/** The form's fields for a part to be added: it is given the next place of its kind. */
export function typedForNew(framework: Framework, kind: AddedKind): Typed {
  switch (kind) {
    case 'goal':
      return { position: nextOf(framework.goals.map(({ position }) => position)) }
    case 'area':
      return { position: nextOf(framework.areas.map(({ position }) => position)) }
    case 'intervention':
      return { number: nextOf(live(framework.interventions).map(({ number }) => number)) }
  }
}

function nextOf(places: readonly number[]): string {
  return String(Math.max(0, ...places) + 1)
}

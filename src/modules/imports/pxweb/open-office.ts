import { pxWebApi2 } from './client.ts'
import { openLine, type Line, type LineSettings } from './line.ts'
import { remembering } from './memory.ts'
import type { StatisticsOffice } from './office.ts'
import type { Office } from './offices.ts'
import { pxWebApi1 } from './v1-client.ts'

/** The way to an office, whichever version it speaks. Open each once in a process: its limits are counted here. */
export function openOffice(office: Office, settings: LineSettings): StatisticsOffice {
  return officeOn(office, openLine(settings))
}

function officeOn(office: Office, line: Line): StatisticsOffice {
  return office.api === 2 ? pxWebApi2(office, line) : pxWebApi1(office, line)
}

/** The offices that figures can be fetched from, each with one way to it for the whole process. */
export interface Offices {
  readonly known: readonly Office[]
  /** As an import asks: anew each time. */
  open(id: string): StatisticsOffice | null
  /** As somebody who picks asks: what was answered a moment ago is remembered. */
  openToPick(id: string): StatisticsOffice | null
}

interface Door {
  readonly asked: StatisticsOffice
  readonly picked: StatisticsOffice
}

/** `now` counts milliseconds. */
export function openOffices(known: readonly Office[], settings: LineSettings, now: () => number): Offices {
  const doors = new Map<string, Door>()
  const doorTo = (id: string): Door | null => {
    const office = known.find((one) => one.id === id)
    if (!office) return null
    const door = doors.get(id) ?? openDoor(office)
    doors.set(id, door)
    return door
  }
  const openDoor = (office: Office): Door => {
    const line = openLine(settings)
    return { asked: officeOn(office, line), picked: remembering(officeOn(office, line.hurried()), now) }
  }
  return {
    known,
    open: (id) => doorTo(id)?.asked ?? null,
    openToPick: (id) => doorTo(id)?.picked ?? null,
  }
}

import { z } from 'zod'
import { defineJob } from '#modules/jobs'
import { fillSeats, type Filling } from './actions/fill-seats.ts'

const OfRun = z.object({ networkId: z.string(), person: z.string(), event: z.string(), run: z.string() })

/** Seats events as long as they were asked to be. */
export function seatPlanJobs(filling: Filling) {
  return [defineJob('seat-plan.fill-seats', OfRun, async (of) => fillSeats(filling, of))]
}

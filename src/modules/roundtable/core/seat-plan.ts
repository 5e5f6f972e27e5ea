/** For each round, by the table's id, the participants who sit there. */
export type SeatRounds = readonly Readonly<Record<string, readonly string[]>>[]

/** Who sits where, in one version. */
export interface SeatPlan {
  readonly version: number
  readonly rounds: SeatRounds
  readonly savedAt: Date
  /** From when the participants may read it. */
  readonly toldAt: Date | null
}

/** At which table a participant sits in a round; null for none. */
export function tableOf(rounds: SeatRounds, participant: string, round: number): string | null {
  const tables = Object.entries(rounds[round] ?? {})
  return tables.find(([, seated]) => seated.includes(participant))?.[0] ?? null
}

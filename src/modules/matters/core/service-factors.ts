/** The six factors that SKR's Insikt asks companies about. */
export const serviceFactors = [
  'information',
  'availability',
  'treatment',
  'competence',
  'legal-certainty',
  'efficiency',
] as const
export type ServiceFactor = (typeof serviceFactors)[number]

/** What a company has pressed, one to five; what it left out is not there. */
export type ServiceRating = Readonly<Partial<Record<ServiceFactor, number>>>

/** How a municipality's service was found in one factor; no mean while fewer than five have answered, which the database keeps to. */
export interface ServiceFigure {
  readonly municipality: string
  readonly factor: ServiceFactor
  readonly answers: number
  readonly mean: number | null
}

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

/** How a municipality's service was found in one factor; no mean while too few have answered. */
export interface ServiceFigure {
  readonly municipality: string
  readonly factor: ServiceFactor
  readonly answers: number
  readonly mean: number | null
}

/** So many must have answered before a mean is shown; the database keeps to it. */
export const fewestAnswers = 5

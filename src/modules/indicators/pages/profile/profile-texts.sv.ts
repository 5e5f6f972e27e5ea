/** Every Swedish sentence about one municipality over all indicators. */
export const sv = {
  link: (place: string) => `Var ${place} ligger bland alla kommuner`,
  crumb: 'Profil',
  municipalities: 'Kommuner',
  title: (place: string) => `${place}: var kommunen ligger bland alla`,
  lead: (place: string) =>
    `Varje rad är en indikator som nätverket följer. Strecket är alla kommuner som har ett värde, i ordning från lägst till högst, och punkten är ${place}. Högt är inte alltid bra: riktningen står vid namnet.`,
  caption: (place: string) => `${place} bland alla kommuner, en indikator på varje rad`,
  indicator: 'Indikator',
  value: 'Värde',
  where: 'Bland alla kommuner',
  compare: 'Jämför',
  compareWhat: (indicator: string) => `Jämför ${indicator}`,
  above: (lower: number, higher: number, of: number, year: number) =>
    `${year}: av ${of} har ${lower} lägre och ${higher} högre.`,
  valueThen: (value: string) => `Då var värdet ${value}.`,
  alone: (year: number) => `${year}: den enda kommunen med ett värde.`,
  noCommonYear: 'Kan inte jämföras: inget år har värden både för kommunen och för nästan alla andra.',
  empty: 'Inga värden är hämtade för kommunen än.',
  withheld: 'visas inte, för få personer',
}

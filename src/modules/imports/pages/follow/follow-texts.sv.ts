import type { Rhythm } from '../../core/due.ts'

/** The Swedish sentences around beginning to follow a series. */
export const sv = {
  errorTitle: 'Det här behöver du ändra innan serien kan läggas till',
  fetch: 'Hämta serien',
  fetchLead: (names: string) =>
    `Serien används redan av ${names}. Siffrorna börjar hämtas direkt, för alla kommuner i landet.`,
  fetchButton: 'Börja hämta',
  connect: 'Koppla till en indikator som redan finns',
  connectLead: 'Indikatorer som inte har någon serie än. Siffrorna börjar hämtas direkt.',
  indicator: 'Indikator',
  choose: 'Välj',
  connectButton: 'Koppla och hämta',
  add: 'Lägg till en ny indikator',
  addLead: 'Indikatorn läggs till i ramverket, och siffrorna börjar hämtas direkt.',
  addButton: 'Lägg till och hämta',
  rhythm: 'Hur ofta siffrorna hämtas',
  rhythms: {
    calendar: 'När källan publicerar nytt, annars varje vecka',
    monthly: 'Den första i varje månad',
    'by-hand': 'Bara när någon ber om det',
  } satisfies Record<Rhythm, string>,
  errors: {
    'indicator-missing': 'Välj en indikator.',
    'indicator-unknown': 'Indikatorn finns inte. Välj en annan.',
    'has-series': 'Indikatorn har fått en serie under tiden. Välj en annan.',
    'rhythm-missing': 'Välj hur ofta siffrorna hämtas.',
  },
}

/** Every Swedish sentence about charts that leave the page. */
export const sv = {
  enlarge: 'Förstora diagrammet',
  svg: 'Ladda ner som SVG',
  png: 'Ladda ner som PNG',
  source: (publisher: string, title: string) => `Källa: ${publisher}, ${withStop(title)}`,
  licence: (licence: string) => `Licens: ${withStop(licence)}`,
  retrieved: (day: string) => `Hämtad ${withStop(day)}`,
  retrievedUnknown: 'Hämtningsdatum inte känt.',
  asOf: (day: string) => `Så som siffrorna var kända ${day}.`,
  from: (network: string, address: string) => `${network}. ${address}`,
  busy: 'Just nu ritas för många bilder. Försök igen om en liten stund.',
}

/** A sentence has one full stop at its end. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

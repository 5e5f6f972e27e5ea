import type { ChartTexts } from './chart-texts.ts'

/** Every English sentence about charts that leave the page. */
export const en: ChartTexts = {
  enlarge: 'Enlarge the chart',
  svg: 'Download as SVG',
  png: 'Download as PNG',
  source: (publisher, title) => `Source: ${publisher}, ${withStop(title)}`,
  licence: (licence) => `Licence: ${withStop(licence)}`,
  retrieved: (day) => `Retrieved ${withStop(day)}`,
  retrievedUnknown: 'Day of retrieval not known.',
  asOf: (day) => `As the figures were known on ${day}.`,
  from: (network, address) => `${network}. ${address}`,
  busy: 'Too many pictures are being drawn just now. Please try again in a moment.',
}

/** A sentence has one full stop at its end. */
function withStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}

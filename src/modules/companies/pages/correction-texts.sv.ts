/** The Swedish sentences about correcting what was written of a visit. */
export const correction = {
  corrected: (day: string, name: string) => `Rättat ${day} av ${name}`,
  title: 'Rätta något',
  lead: 'Det som är färdigställt är en allmän handling och ändras inte. Rättelsen står under det, med dagens datum.',
  text: 'Vad som är fel, och hur det ska vara',
  save: 'Lägg till rättelsen',
}

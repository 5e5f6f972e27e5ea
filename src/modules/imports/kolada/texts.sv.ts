export const sv = {
  publisher: 'Kolada (Rådet för främjande av kommunala analyser)',
  licence: 'Fri användning, källa: Kolada',
  vintage: 'Hämtat ur Koladas öppna gränssnitt, version 3',
  note: 'Kolada publicerar värdena och kan revidera dem utan att säga till. Varje ändring som vi har sett står bland revideringarna.',
}

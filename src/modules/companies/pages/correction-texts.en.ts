import type { correction as sv } from './correction-texts.sv.ts'

/** The English sentences about correcting what was written of a visit. */
export const correction: typeof sv = {
  corrected: (day, name) => `Corrected ${day} by ${name}`,
  title: 'Correct something',
  lead: 'What is finished is a public record and is not changed. The correction stands below it, with today’s date.',
  text: 'What is wrong, and how it should be',
  save: 'Add the correction',
}

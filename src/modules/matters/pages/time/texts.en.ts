import type { Texts } from './texts.ts'

/** The English sentences about time: the letter that warns, the settings, the load. */
export const en: Texts = {
  letter: {
    subject: (count) => `${count} matters wait for an answer`,
    subjectOfOne: (number, due) => `[${number}] ${due} is waited for`,
    hello: (name) => `Hello ${name}!`,
    steps: {
      after: 'The day has passed for:',
      day: 'Today is the last day for:',
      before: 'The next working day is the last one for:',
    },
    due: { 'first-word': 'First answer', plan: 'Plan' },
    line: (number, subject, due, day) =>
      `– ${number}${subject === null ? '' : ` ${subject}`}: ${due.toLowerCase()} by ${day}`,
    answerSubject: (number) => `[${number}] The company has answered`,
    answer: (number) =>
      `The company has answered by mail in matter ${number}. Read it in the matter. If you answer this mail, that becomes a draft in the matter, which you look through and send from there.`,
    files: (names) => `(Files that came with the mail and are kept with it: ${names})`,
    here: 'The matters:',
  },
}

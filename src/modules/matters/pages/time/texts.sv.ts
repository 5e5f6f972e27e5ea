/** The Swedish sentences about time: the letter that warns, the settings, the load. */
export const sv = {
  letter: {
    subject: (count: number) => `${count} ärenden väntar på svar`,
    subjectOfOne: (number: string, due: string) => `[${number}] ${due} väntar`,
    hello: (name: string) => `Hej ${name}!`,
    steps: {
      after: 'Dagen har gått för:',
      day: 'I dag är sista dagen för:',
      before: 'Nästa arbetsdag är sista dagen för:',
    },
    due: { 'first-word': 'Första svar', plan: 'Plan' },
    line: (number: string, subject: string | null, due: string, day: string) =>
      `– ${number}${subject === null ? '' : ` ${subject}`}: ${due.toLowerCase()} senast ${day}`,
    answerSubject: (number: string) => `[${number}] Företaget har svarat`,
    answer: (number: string) =>
      `Företaget har svarat med e-post i ärende ${number}. Läs svaret i ärendet. Svarar du på det här mejlet blir det ett utkast i ärendet, som du läser igenom och skickar därifrån.`,
    files: (names: string) => `(Filer som följde med mejlet och är sparade med det: ${names})`,
    here: 'Ärendena:',
  },
}

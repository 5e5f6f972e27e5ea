import type { lettersSv } from './letter-texts.sv.ts'

/** What the letters about supports, and the pages that they lead to, say in English. */
export const lettersEn: typeof lettersSv = {
  hello: 'Hello!',
  list: {
    subject: 'Your list of support for further training',
    lead: 'Here is the list you asked for. The address remembers the answers:',
    fits: 'Seems to fit:',
    open: 'Cannot be said yet:',
    none: 'Nothing fits for certain yet.',
  },
  begin: {
    subject: 'Shall we tell you when a new support fits?',
    lead: 'Somebody has asked to be told when a new support for further training fits. If it was you, open the address and press the button:',
    otherwise: 'If it was not, you can leave this letter be. The address is erased within a week.',
  },
  new: {
    subject: 'A new support seems to fit you',
    lead: 'This seems to fit the answers you gave:',
    list: 'The whole list:',
  },
  how: {
    subject: 'How did it go with the supports?',
    lead: 'A month ago you asked us to tell you when a support fits. Did you apply, and how did it go? Answering takes a minute and helps the next company:',
  },
  stop: 'Stop the letters, and erase the address and the answers:',
  keeper: {
    subject: 'Supports that want looking after',
    hello: (name) => `Hello ${name}!`,
    lead: 'You keep these supports right in Samsyn, and they want looking after:',
    passed: (name) => `${name}: its last day has passed. It is no longer recommended.`,
    stale: (name) => `${name}: nobody has checked the facts for half a year.`,
    here: 'All that you keep right:',
  },
  page: {
    title: 'Word of new supports',
    confirmLead: 'Press the button, and you get a letter when a new support fits.',
    confirm: 'Yes, tell me',
    on: 'It has begun. You get a letter when a new support fits.',
    yours: 'The answers we compare with',
    stopTitle: 'Stop',
    stopLead: 'The address and the answers are erased at once. Nothing else about you is kept.',
    stop: 'Stop and erase everything',
    stopped: 'The address and the answers have been erased. You get no more letters.',
  },
  outcome: {
    title: 'How did it go?',
    lead: 'The answer is kept without who gave it, and is shown only added up when at least five have answered.',
    question: (name) => name,
    stuck: 'If you gave up, where?',
    send: 'Send the answers',
    thanks: 'Thank you! The answers are kept without your address.',
    already: 'You have answered already. Thank you!',
    nothing: 'Choose something for at least one of the supports.',
    cameOf: {
      applied: 'We have applied and wait',
      granted: 'We have been granted it',
      'gave-up': 'We gave up',
      'not-tried': 'We have not applied',
    },
    stuckAt: {
      terms: 'The terms did not fit',
      form: 'The application was too much',
      time: 'There was no time',
      'no-answer': 'Nobody answered',
      course: 'There was no course',
      other: 'Something else',
    },
    choose: 'Choose',
  },
  matter: {
    subject: 'Support for further training',
    lead: 'We have used the finder of supports and want help to go on.',
    answers: 'Our answers:',
    fits: 'Seems to fit:',
    open: 'Could not be said:',
  },
  embedded: {
    whole: 'Open the whole list',
    by: (network) => `From ${network}`,
  },
}

import type { OwnTexts } from './texts.ts'

const number = new Intl.NumberFormat('en-GB')

/** The English sentences that whoever is invited reads: letters and their own page. */
export const en: OwnTexts = {
  page: {
    eyebrow: (name) => `Invitation for ${name}`,
    who: 'You are invited',
    invitedAs: (organisation) => `for ${organisation}`,
    because: 'Why you are invited',
    when: 'When',
    place: 'Where',
    organiser: 'Organiser',
    answerBy: 'Answer by',
    recordTitle: 'This is public',
    record:
      'Who is invited, by which criterion, and what they answer is a public record, and so are name, title and organisation. Your address of mail is used for this round table alone.',
    needsKept: (days) =>
      `What you say about needs and food is seen by the coordinator alone. The kitchen gets numbers without names. It is deleted ${days === 0 ? 'the day after the event' : `${number.format(days)} days after the event`}.`,
    status: 'Your answer',
    statuses: {
      listed: 'You have not answered yet.',
      invited: 'You have not answered yet.',
      yes: 'You have a seat. Welcome!',
      waiting: 'All seats are taken. You are on the waiting list, and get a letter if a seat becomes free.',
      offered: (until) => `A seat is free for you until ${until}. Answer yes and it is yours.`,
      no: 'You have answered that you do not come.',
      delegated: (name) => `${name} comes in your place and has a link of their own.`,
      withdrawn: 'The invitation is withdrawn. The link does not work any more.',
    },
    someone: 'Somebody else',
    answerTitle: 'Answer',
    changeTitle: 'Change your answer',
    answer: 'Do you come?',
    yes: 'Yes, I come',
    no: 'No, I do not come',
    delegate: 'Somebody else comes in my place',
    delegateTitle: 'If somebody else comes: who?',
    delegateLead: 'The person gets your seat and a letter of their own.',
    delegateName: 'Name',
    delegateRole: 'Title',
    delegateEmail: 'Mail',
    needsTitle: 'Do you need anything to take part?',
    wheelchair: 'I use a wheelchair',
    hearing: 'I need a hearing loop or to sit near whoever speaks',
    seeing: 'I need large type or to have it read aloud',
    food: 'Food',
    foodHint: 'For example vegetarian, without gluten, or an allergy.',
    other: 'Something else',
    presenceTitle: 'Do you come later or have to leave earlier?',
    fromRound: 'I come for round',
    untilRound: 'I leave before round',
    start: 'From the beginning',
    end: 'I stay to the end',
    optional: '(may be left empty)',
    submit: 'Send the answer',
    calendar: 'Add to calendar',
    about: 'About the round table',
    closed: {
      withdrawn: 'The invitation is withdrawn',
      cancelled: 'The round table is cancelled',
      over: 'The round table has been',
      delegated: 'Somebody else comes in your place',
    },
    closedLead: {
      withdrawn: 'The link does not work any more. Ask the organiser if you wonder why.',
      cancelled: 'It cannot be answered any more.',
      over: 'It cannot be answered any more.',
      delegated:
        'Whoever comes answers at a link of their own. If you want to change it, ask them to answer no, or write to the organiser.',
    },
    late: 'The last day to answer has been, so you cannot say yes here. Write to the organiser. You can still say that you do not come.',
    did: {
      yes: 'Thank you! You have a seat.',
      waiting: 'Thank you! All seats are taken just now. You are on the waiting list.',
      no: 'Thank you for your answer. You can change it as long as answers are taken.',
      delegated: 'Thank you! The person has got a letter with a link of their own.',
    },
    contact: 'Contact',
  },

  letter: {
    hello: (name) => `Hello ${name},`,
    subjects: {
      invitation: (title) => `Invitation: ${title}`,
      again: (title) => `Invitation again: ${title}`,
      'reminder-early': (title) => `Reminder: do you come to ${title}?`,
      'reminder-late': (title) => `Last day to answer: ${title}`,
      delegate: (title) => `You come in somebody’s place: ${title}`,
      seat: (title) => `A seat is free: ${title}`,
      lapsed: (title) => `The seat went on: ${title}`,
      withdrawn: (title) => `The invitation is withdrawn: ${title}`,
      cancelled: (title) => `Cancelled: ${title}`,
    },
    invited: (title) => `You are invited to ${title}.`,
    silent: (title) => `You are invited to ${title}, and we have not seen an answer.`,
    delegate: (by, title) =>
      `${by} has answered that you come instead to ${title}. The seat is yours, unless you say otherwise.`,
    seat: (title, until) =>
      `You are on the waiting list for ${title}, and now a seat is free for you. Answer by ${until}, or it goes to the next.`,
    lapsed: (title) =>
      `The seat at ${title} that was free for you has gone to the next on the waiting list. If you still want to come you can say yes again, and stand last in the line.`,
    withdrawn: (title) =>
      `The invitation to ${title} is withdrawn, and your link does not work any more. Answer this letter or write to the organiser if you wonder why.`,
    cancelled: (title, day) => `${title} on ${day} is cancelled. The organiser writes:`,
    theme: (theme) => `We talk about: ${theme}`,
    when: (when, place) => `When: ${when}\nWhere: ${place}`,
    because: (criterion) => `You are invited by this criterion: ${criterion}.`,
    answerBy: (day) => `Answer by ${day}. You can say yes, no, or that somebody else comes in your place:`,
    here: 'Your own page:',
    record:
      'The link is yours alone. Who is invited and what they answer is a public record. Needs and food are seen by the coordinator alone, and deleted afterwards.',
  },

  errors: {
    'answer-missing': 'Say whether you come.',
    'delegate-name-missing': 'Write who comes in your place.',
    'delegate-email-missing': 'Write an address of mail of who comes, so that they get their link.',
    'delegate-is-self': 'That is your own address. Write the address of who comes.',
    'late-yes': 'The last day to answer has been.',
    'closed-withdrawn': 'The invitation is withdrawn. The answer is not saved.',
    'closed-cancelled': 'The round table is cancelled. The answer is not saved.',
    'closed-over': 'The round table has been. The answer is not saved.',
    'closed-delegated': 'Somebody else comes in your place. The answer is not saved.',
  },
}

import type { thread as Swedish } from './thread-texts.sv.ts'

/** What a company reads of its matter when it is sent, in English. */
export const thread: typeof Swedish = {
  eyebrow: (number) => `Matter ${number}`,
  receipt: {
    title: 'Your matter has been sent',
    lead: (number) => `Its number is ${number}. A human being reads it.`,
    next: 'What happens now',
    firstWord: (day) => `You get a first answer by ${day}.`,
    plan: (day) => `You get a plan by ${day}: what will be done, by whom and when.`,
    address: 'Your private address',
    addressText:
      'There you follow the matter, add to it and answer. Whoever has the address can read everything, so keep it and give it to nobody else.',
    mailed: 'We have mailed it to you too.',
    notMailed:
      'You gave no mail address. Save this one now, as a bookmark for example: without it nobody can open the matter for you.',
    follow: 'Follow the matter',
  },
  status: 'How it stands',
  who: 'Who has it',
  triage: 'The network’s coordinator reads your matter and sees that it reaches the town hall that can help.',
  firstWord: 'The first answer',
  plan: 'The plan',
  by: (day) => `Comes by ${day}`,
  late: (day) => `Should have come by ${day}. It is late.`,
  came: (day) => `Came on ${day}`,
  state: 'State',
  states: {
    open: 'The town halls are working on it',
    unanswered: 'Sent. Nobody has answered yet.',
    waiting: 'The town halls are waiting for your answer',
    closed: 'Closed',
  },
  outcomes: {
    solved: 'Closed: solved',
    partly: 'Closed: partly solved',
    explained: 'Closed: the town hall has explained why it is as it is',
    'not-possible': 'Closed: it was not possible, and the town hall has said why',
    withdrawn: 'You have taken the matter back',
  },
  verdictIs: {
    solved: 'You have said: solved',
    partly: 'You have said: partly solved',
    not: 'You have said: not solved',
  },
  verdictTerm: 'Your answer',
  joined: 'It is answered together with other matters about the same thing. You get the answer here.',
  said: 'Everything that was said',
  you: 'You',
  coordinator: 'The coordinator',
  townHalls: 'The town halls',
  kinds: {
    message: '',
    plan: 'Plan',
    outcome: 'Outcome',
    verdict: 'Said whether it was solved',
    reopened: 'Reopened the matter',
    withdrawn: 'Took the matter back',
  },
  scans: {
    waiting: 'is being searched for harmful code, can be fetched soon',
    infected: 'held harmful code and has been removed; do not send it again before it is cleaned',
  },
  add: 'Add or answer',
  addText: 'What you write goes straight to whoever has the matter.',
  message: 'Message',
  send: 'Send',
  verdict: {
    title: 'Was it solved?',
    lead: 'The town hall sees your answer, and it is counted in the statistics. You may change your mind.',
    label: 'Was it solved?',
    choices: { solved: 'Yes, it is solved', partly: 'Partly', not: 'No' },
    text: 'Anything more you want to say?',
    send: 'Answer',
  },
  reopen: {
    title: 'Is something left?',
    lead: 'Reopen the matter. It goes to whoever had it, and you get a new first answer as soon as before.',
    why: 'What is left to solve?',
    send: 'Reopen',
  },
  contact: {
    title: 'Your details',
    lead: 'If you change the mail address we mail the private address to the new one, and tell the old one.',
    send: 'Save the details',
  },
  access: {
    title: 'Who has read it',
    lead: 'When somebody in the town halls opens your matter it is noted. You see the same notes as they do.',
    none: 'Nobody has read it yet.',
    coordinator: 'coordinator',
    did: {
      read: 'read the matter',
      file: 'fetched a file',
      shared: 'let another town hall in',
      'passed-on': 'passed the matter on',
      exported: 'wrote the matter out to their register',
    },
    times: (count) => (count === 1 ? '' : ` (${count} times)`),
  },
  withdraw: {
    title: 'Take the matter back',
    lead: 'The matter is closed and nobody goes on with it. What has been sent is a public record and stays with the town hall.',
    why: 'Why, if you want to say',
    sure: 'Yes, we want to take the matter back',
    send: 'Take back',
  },
  erase: {
    title: 'Ask to have your details erased',
    lead: 'That is your name, mail address, phone and the company that stands as the sender. A human answers you within a month. What you have sent is a public record of the municipality, which may erase only what the law and its own decisions on disposal allow. The answer says what has been erased, and why if something is kept.',
    send: 'Ask to have them erased',
    asked: (day) => `You have asked to have your details erased. The answer comes by ${day}.`,
    erased: 'Your details have been erased.',
    kept: 'You have asked to have your details erased. The law demands that they are kept; why stands in the letter that you have got.',
  },
  did: {
    erase: 'Your request has gone to a human, who answers within a month.',
    say: 'Sent. Whoever has the matter gets it now.',
    verdict: 'Thank you. The town hall sees your answer.',
    reopen: 'The matter is open again, and whoever had it has been told.',
    withdraw: 'The matter is taken back.',
    contact: 'The details are saved.',
  },
  letters: {
    receipt: {
      subject: (number) => `[${number}] Your matter has been sent`,
      body: (firstWord, plan, address) =>
        `Hello!

You have sent a matter to the town halls. A human being reads it.

A first answer comes by ${firstWord}, and a plan by ${plan}.

Here you follow the matter, add to it and answer. Whoever has the address can read everything, so give it to nobody else:
${address}

Have you sent no matter? Then somebody has mistyped a mail address. Throw this mail away.
`,
    },
    draft: {
      subject: 'Go on writing to the town halls',
      body: (day, address) =>
        `Hello!

Here you go on where you were. What you have written is kept until ${day}. Whoever has the address can read and change it, so give it to nobody else:
${address}

Have you not asked for this? Then somebody has mistyped a mail address. Throw this mail away.
`,
    },
    newAddress: {
      subject: (number) => `[${number}] Here you follow your matter`,
      body: (address) =>
        `Hello!

This mail address now belongs to a matter with the town halls. Here you follow it, add to it and answer:
${address}

Do you not know of the matter? Then somebody has mistyped a mail address. Throw this mail away.
`,
    },
    answerer: {
      occasions: {
        said: 'The company has written',
        verdict: 'The company has said whether it was solved',
        reopened: 'The company has reopened the matter',
        withdrawn: 'The company has taken the matter back',
        erasure: 'The company has asked to have its details erased',
      },
      body: (what, address) =>
        `Hello!

${what}. Read and answer here:
${address}

If you answer this mail, that becomes a draft in the matter, which you look through and send from there.

You get this mail because you have the matter, or because nobody else has it yet.
`,
    },
    over: {
      subject: 'Your mail came to a matter that is over',
      body: (address) =>
        `Hello!

You answered a mail about a matter that has been erased, or was withdrawn long ago. Your answer therefore stands in no matter. The network's coordinator has the mail.

Do you want a municipality to do something about it? Send a new matter:
${address}
`,
    },
    oldAddress: {
      subject: (number) => `[${number}] The mail address has been changed`,
      body: (number) =>
        `Hello!

Matter ${number} has got another mail address, and answers no longer come here. Your private address holds as before. Was it not you? Open it and change it back.
`,
    },
  },
}

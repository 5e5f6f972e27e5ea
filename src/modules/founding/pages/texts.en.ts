import type { Texts } from './texts.ts'

/** Every English sentence of the module. */
export const en: Texts = {
  form: {
    title: 'Set up your network',
    lead: 'Fill in this page and the network has its place on the web. You become its coordinator and get a link to sign in with.',
    optional: '(may be left empty)',

    network: 'The network',
    networkLead: 'Write in one language or in both. What you leave empty is shown in the other language.',
    name: { sv: 'Name in Swedish', en: 'Name in English' },
    about: { sv: 'What the network is, in Swedish', en: 'What the network is, in English' },
    aboutHint: 'Two sentences: who you are and what you do together. At most 600 characters.',
    contact: { sv: 'How to reach you, in Swedish', en: 'How to reach you, in English' },
    contactHint:
      'An e-mail address or a telephone number, for example. Every visitor sees it. At most 300 characters.',

    coordinator: 'The coordinator',
    coordinatorLead: 'Whoever looks after the framework and invites the others. Most often that is you.',
    person: 'Name or position',
    personHint: 'As it should stand for others in the network.',
    email: 'E-mail address',
    emailHint: 'The link to sign in with goes here. Visitors do not see it.',

    municipalities: 'The municipalities',
    municipalitiesLead:
      'Choose at least one and at most 500. Include them all: municipalities cannot be added or removed on the site afterwards.',
    picker: 'Municipalities in Sweden',
    pickerHint: 'Open a county and tick the municipalities that take part.',
    county: (picked, all) =>
      picked === 0 ? (all === 1 ? '1 municipality' : `${all} municipalities`) : `${picked} of ${all} chosen`,
    written: 'Municipalities in other countries',
    writtenHint:
      'One municipality a line: code, semicolon and name. Two columns of a spreadsheet can be pasted too.',
    writtenExample: 'Example: 101; København',

    send: 'Set up the network',
  },

  errors: {
    title: 'Put this right first',
    'name-missing': 'Write what the network is called.',
    'name-too-long': 'The name can be at most 120 characters.',
    'about-missing': 'Write what the network is.',
    'about-too-long': 'The description can be at most 600 characters.',
    'contact-missing': 'Write how to reach the network.',
    'contact-too-long': 'The text on how to reach the network can be at most 300 characters.',
    'person-missing': 'Write the coordinator’s name or position.',
    'person-too-long': 'The coordinator’s name can be at most 120 characters.',
    'email-missing': 'Write the coordinator’s e-mail address.',
    'email-invalid': 'That does not look like an e-mail address. It should resemble name@municipality.se.',
    unknown: 'The field is not filled in correctly.',
  },
  choiceProblems: {
    'none-chosen': 'Choose at least one municipality.',
    'too-many': 'A network can have at most 500 municipalities. Take some away.',
    'more-rows': (count) =>
      count === 1 ? '1 more line has something wrong.' : `${count} more lines have something wrong.`,
  },
  rowProblems: {
    'row-code-missing': (line, what) => `Line ${line}: the code before “${what}” is missing.`,
    'row-name-missing': (line, what) =>
      `Line ${line}: the name after “${what}” is missing. Write code; name.`,
    'row-too-long': (line) => `Line ${line}: the code can be at most 20 characters and the name at most 80.`,
    'row-code-twice': (line, what) => `Line ${line}: the code of “${what}” is used already.`,
    'row-name-twice': (line, what) => `Line ${line}: the name “${what}” is used already.`,
  },

  code: {
    title: 'The founding code is needed',
    lead: 'Only whoever started Samsyn may set up the network.',
    where:
      'The code stands in the terminal where you started the program, in the address that ends in ?kod= and twelve characters. Open that address, or write the code here.',
    wrong: 'The code is not right. Copy the twelve characters from the terminal.',
    label: 'Founding code',
    go: 'Continue',
  },
  done: {
    title: 'The network is set up',
    lead: 'A letter with a link to sign in with is on its way to the coordinator.',
    mailbox: 'No mail server is set. You therefore read the letter here, on this computer.',
    showMailbox: 'Show the letter',
    notArrived:
      'The link works for 15 minutes and can be used once. If you need a new one, ask for it when you sign in.',
    signIn: 'Ask for a new link',
    nextTitle: 'What to do next',
    steps: {
      signIn: { title: 'Sign in', text: 'Open the link in the letter.' },
      framework: {
        title: 'Write the framework',
        text: 'The goals, areas and interventions that the municipalities share.',
      },
      indicators: {
        title: 'Add indicators',
        text: 'The figures that show whether the interventions make a difference.',
      },
      invite: {
        title: 'Invite business officers',
        text: 'They write how things go in their own municipality.',
      },
    },
  },
  already: {
    title: 'The network exists already',
    lead: 'Samsyn has been set up here, and that is done only once.',
    justNow:
      'Was it you, just now? Then a letter with a link to sign in with is on its way to the coordinator.',
    home: 'To the start page',
  },

  emptyFramework: {
    name: 'Joint business programme',
    vision: 'The vision has not been written yet.',
    note: 'Nothing has been entered in the programme yet. The coordinator enters goals, areas and interventions.',
  },
}

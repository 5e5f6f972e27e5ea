import type { KindId } from '../kinds.ts'
import type { Texts } from './texts.ts'

const kinds: Readonly<Record<KindId, Texts['kinds'][KindId]>> = {
  'matter-answered': {
    name: 'Matters that were closed without a plan',
    what: 'The texts, sender, files, notes, letters and mail of the matter, and its private address. Kept: number, days, choices of topic, place, municipality, outcome, rating.',
  },
  'matter-planned': {
    name: 'Matters that were closed with a plan',
    what: 'The texts, sender, files, notes, letters and mail of the matter, and its private address. Kept: number, days, choices of topic, place, municipality, outcome, rating.',
  },
  'sender-details': {
    name: 'Who sent matters that are closed',
    what: 'Name, mail address, phone and the tie to the company, and the letters to them. Kept: all that was said, the size and branch of the company.',
  },
  'matter-files': { name: 'Files in closed matters', what: 'The files. Kept: what was said.' },
  'matter-notes': {
    name: 'Inside notes in closed matters',
    what: 'The municipality’s own notes. They are working material until somebody takes them into the archive (TF 2:12).',
  },
  'matter-drafts': {
    name: 'Drafts that were not sent, in closed matters',
    what: 'The drafts. They are no public records (TF 2:12).',
  },
  'matter-access': {
    name: 'The log of who has read closed matters',
    what: 'The lines of the log. The company does not see them afterwards either.',
  },
  'visit-words': {
    name: 'What was said at visits',
    what: 'What was written of the visit, corrections, own notes and the words of promises. Kept: day, company, municipality, whether promises were kept.',
  },
  contacts: {
    name: 'Contacts who have left',
    what: 'Name, title, mail address and phone. Counted from the day they left.',
  },
  'visit-drafts': { name: 'Abandoned drafts of visits', what: 'The drafts. They are no public records.' },
  'ask-words': {
    name: 'Answers in own words to questions to companies',
    what: 'Own words, and the addresses that the question went to. Kept: how many chose what.',
  },
  'mail-raw': {
    name: 'Mail as it came',
    what: 'The original mail, its sender and subject. Kept: when it came and how it was sorted. What it said stands in the matter.',
  },
  'mail-ledger': {
    name: 'Lines in the ledger of letters',
    what: 'Recipient, subject and content. Kept: when the letter was sent and how that went.',
  },
}

/** The English sentences about records: the register, how long things are kept, what a person may have erased. */
export const en: Texts = {
  nav: { register: 'Register', retention: 'Disposal', person: 'Personal data' },
  network: 'The network',
  whose: 'Whose records',
  show: 'Show',
  kinds,
  register: {
    title: 'Register of records',
    lead: 'What has come in, been sent and been drawn up in a period, to be entered in the authority’s own register.',
    from: 'From',
    until: 'Until and including',
    without: 'Leave out sender, recipient and subject where secrecy is marked (OSL 5:2)',
    csv: 'Download as CSV',
    xlsx: 'Download as Excel',
    exported: 'A download is noted in the log, and companies see it among those who have read their matters.',
    count: (count) => (count === 1 ? 'One record in the period.' : `${count} records in the period.`),
    some: (count) => `The first ${count} are shown. The file has all.`,
    none: 'No records in the period.',
    withheld: 'Left out (OSL 5:2)',
    columns: {
      number: 'Number',
      at: 'Date',
      direction: 'Record',
      from: 'Sender',
      to: 'Recipient',
      subject: 'Subject',
      secrecy: 'Secrecy may hold',
      files: 'Files',
      rule: 'Why it is a record',
    },
    directions: { in: 'in', out: 'out', 'drawn-up': 'drawn up' },
    rules: {
      received: 'Received from somebody outside (TF 2:9)',
      'made-available': 'Received: another municipality has made it available (TF 2:9)',
      sent: 'Sent (TF 2:10)',
      closed: 'Finished, and the matter is closed (TF 2:10)',
      finished: 'Finished (TF 2:10)',
      entered: 'Entered in a register (TF 2:10)',
    },
    subjects: {
      matter: (subject) => subject,
      visit: (company) => `Visit to ${company}`,
      correction: (company) => `Correction of a visit to ${company}`,
      ask: (title) => `Question to companies: ${title}`,
      answers: (title) => `Answers put together: ${title}`,
      mail: (subject) => `Mail: ${subject}`,
    },
    parties: {
      kept: 'Has asked that the name is not shown',
      erased: 'Erased',
      nameless: 'Without a name',
      network: 'The network’s coordinator',
      nobody: '',
      companies: (count) => `${count} companies`,
    },
    included: 'What is included, and why',
    includes: [
      'What a company has sent, said, mailed or added in a matter: received by the municipality when it came, and by one that is let in later when it was let in (TF 2:9).',
      'What the municipality has sent in a matter: drawn up when it was sent (TF 2:10).',
      'What another municipality has sent in a matter that you have a part in: received, since it is made available (TF 2:9).',
      'A finished text that was not sent: drawn up when the matter was closed (TF 2:10).',
      'What was written of a visit, and corrections of it: drawn up when it was finished, with other municipalities when it was shared.',
      'A question to companies: drawn up when it was sent; what came of it when it was closed. Single answers are kept in order with the question (OSL 5:1).',
      'Mail to the network that belongs to no matter: received, in the coordinator’s register.',
    ],
    excluded: 'What is not included',
    excludes: [
      'Drafts that are not sent (TF 2:12).',
      'Inside notes, as long as nobody has taken them into the archive (TF 2:12). Try them when the matter is closed.',
      'What is disposed of, and mail that no human has written.',
    ],
    secrecyNote:
      'A mark of secrecy reminds. It decides nothing: try it each time somebody asks to read (OSL 5:5).',
  },
  retention: {
    title: 'Disposal',
    lead: 'How long each kind of record is kept, and by which decision. What no decision is about is preserved.',
    caption: 'Kinds of records',
    kind: 'Kind',
    rule: 'Holds now',
    look: 'Dry run',
    say: 'Write down a decision',
    preserved: 'Preserved: no decision to dispose',
    preservedBy: (decision) => `Preserved, decision ${decision}`,
    after: (months, decision, day) =>
      `Disposed of ${months === 0 ? 'as soon as it has ended' : `${months} months after the end`}, decision ${decision}, ${day}`,
    byItself: 'What the program forgets by itself',
    byItselfItems: [
      'Matters that a company has begun to write and not sent: 30 days after the last change. They have come in to nobody.',
      'What letters with a private address say: sealed for 30 days, in case the letter comes back.',
    ],
    backups: 'Backups',
    backupsText:
      'Disposal reaches the database, not the backups. Whoever operates the program lets copies age out within the time that the decision says, at most 90 days, and after reading one back carries out again the disposals whose protocols are newer than the copy. The protocols are here; keep them outside the program too.',
    holds: 'Matters that are held',
    holdsLead:
      'A matter that somebody has asked for, that is tried or under supervision is not disposed of, whatever its period says.',
    holdNumber: 'The number of the matter',
    holdNumberHint: 'For example 2026-17',
    holdReason: 'Why',
    holdReasonHint: 'Without personal data, for example “asked for on 3 December”',
    hold: 'Hold',
    lift: 'Let go',
    holdSince: (day) => `since ${day}`,
    noHolds: 'No matters are held.',
    protocols: 'Protocols',
    noProtocols: 'Nothing has been disposed of.',
    saved: 'Saved.',
  },
  kind: {
    goes: 'What disappears',
    ruleTitle: 'Decision to dispose',
    ruleLead:
      'What stands here is a decision of the authority itself. What was written before is kept in the log.',
    months: 'Disposed of after how many months',
    monthsHint: 'Counted from the end. Leave it empty to preserve.',
    decision: 'The number of the decision',
    decidedOn: 'The day of the decision',
    save: 'Save',
    dryRun: 'Dry run',
    dryRunLead: 'Nothing has happened yet.',
    notYours: 'Dry run and disposal are done by whoever speaks for the records: the municipality’s officers.',
    noRule: 'No decision to dispose: all is preserved.',
    goesCount: (count) => (count === 1 ? 'One would go.' : `${count} would go.`),
    goesNone: 'Nothing is old enough.',
    oldest: (day) => `The oldest ended ${day}.`,
    keptTitle: 'Not touched',
    keptLine: (why, numbers) => `${why}: ${numbers}`,
    number: 'Number',
    ended: 'Ended',
    first: (count) => `The ${count} oldest are shown. The protocol gets all.`,
    sure: 'I have read the list. This cannot be undone.',
    confirm: (count) => `Dispose of ${count}`,
  },
  protocol: {
    title: 'Protocol of disposal',
    waiting: 'The disposal is confirmed and is being done. Load the page again in a while.',
    kind: 'Kind',
    whose: 'Authority',
    decision: 'Decision',
    decisionLine: (decision, day) => `${decision}, ${day}`,
    months: 'Period',
    monthsLine: (months) => (months === 0 ? 'as soon as it has ended' : `${months} months after the end`),
    until: 'Of what had ended by',
    confirmed: 'Confirmed',
    confirmedLine: (when, who) => `${when} by ${who}`,
    done: 'Carried out',
    count: 'Count',
    countLine: (gone, asked) =>
      gone === asked ? String(gone) : `${gone} of ${asked} that were confirmed; the rest may not go any more`,
    numbers: 'Numbers',
    download: 'Download as text',
  },
  person: {
    title: 'Personal data',
    lead: 'What is held on a person, as far as you may read. They have a right to know it (GDPR article 15) and to have it erased where the law allows (article 17).',
    requests: 'Requests to erase',
    requestsLead:
      'Answer within a month (article 12.3). Whoever asked gets a letter on what was done and why.',
    noRequests: 'Nobody has asked.',
    asked: 'Asked',
    due: 'Answer by',
    standing: 'Standing',
    may: 'May be erased',
    erase: 'Erase the details',
    keep: 'Answer that they are kept',
    answered: {
      erased: 'The details are erased, and the sender has been told.',
      kept: 'The sender has been told why the details are kept.',
    },
    sought: 'Mail address, name, phone or organisation number',
    soughtHint: 'What you search for is not stored.',
    search: 'Search',
    found: (count) => (count === 0 ? 'There is nothing that you may read.' : `${count} found`),
    choose: 'Choose',
    tooMany:
      'There is so much that not all of it is shown. Search for something that is about this person alone.',
    where: 'Where',
    what: 'Details',
    json: 'Extract as JSON',
    text: 'Extract as text',
    eraseChosen: 'Erase those chosen',
    extractNote:
      'An extract is a record that is given out. That it was made stands in the log, without whom it is about.',
    result: (erased, kept) =>
      `${erased} erased${kept === 0 ? '' : `, ${kept} kept because the law demands it`}.`,
    kinds: {
      sender: 'Sender of matter',
      contact: 'Contact at',
      trader: 'Sole trader',
      recipient: 'Asked',
      letter: 'Letter',
      account: 'Account',
      mention: 'Mentioned in',
    },
    extractTitle: (day) => `Extract of personal data, ${day}`,
  },
  section: {
    title: 'Request to erase',
    text: (day) => `The sender has asked to have their details erased. Answer by ${day}.`,
    link: 'To the answer',
  },
  toDo: {
    title: 'Records',
    requests: (count, day) =>
      count === 1
        ? `One request to erase, answer by ${day}`
        : `${count} requests to erase, the first by ${day}`,
  },
  kept: {
    open: 'The matter is open',
    joined: 'Answered together with another matter',
    shared: 'Is a record of several authorities',
    held: 'Held',
    asked: 'There is a request to erase without an answer',
    promise: 'A promise is not kept yet',
    unseen: 'Nobody has seen to the mail yet',
    unsent: 'The letter is not sent yet',
    record: 'Part of a public record without a decision to dispose (TF 2, the Archives Act 10 §)',
    'open-ask': 'The question is not closed yet',
    account: 'The person works here; the role ends on the page People',
    words: 'Stands in a public record, which is not changed',
    'no-right': 'Another authority speaks for it',
  },
  letter: {
    subject: (number) => `[${number}] About your personal data`,
    erased: (number) => `Hello!

You asked to have your details in matter ${number} erased. Name, mail address, phone and the tie to your company have been erased. What was said in the matter is a public record and is kept, without you as its sender. This is the last letter to you about the matter.
`,
    kept: (number, why) => `Hello!

You asked to have your details in matter ${number} erased. They are kept.

The reason: ${why}.

You can ask again later. If you find this wrong you can complain to the Swedish Authority for Privacy Protection, imy.se.
`,
  },
  errors: {
    title: 'It could not be saved',
    'day-invalid': 'Choose a day.',
    'line-too-long': 'At most 200 characters.',
    'months-invalid': 'Write a number of months in digits, at most 1200.',
    'decision-missing': 'Write the number of the decision. Without one all is preserved.',
    'decided-on-missing': 'Choose the day of the decision. Without one all is preserved.',
    'sure-missing': 'Tick that you have read the list.',
    'number-invalid': 'Write the number as 2026-17.',
    'reason-missing': 'Write why.',
    'matter-unknown': 'There is no such matter with you, or it is held already.',
    'changed-meanwhile': 'Something has changed since the list was shown. Read it again.',
    'nothing-to-dispose': 'There is nothing to dispose of.',
    'sought-too-short': 'Write at least four characters.',
    'nothing-chosen': 'Choose at least one.',
    unknown: 'Something is wrong in the field.',
  },
}

import type { FrameworkTexts } from './framework-texts.ts'

/** The English sentences around the framework's forms. */
export const en: FrameworkTexts = {
  title: 'The framework',
  lead: 'Goals, areas, interventions, status words and indicators that the network shares. What you change is seen by all at once, and is in the log of events.',
  programme: 'The programme',
  isProposal: 'Marked as a proposal on every page',
  isAdopted: 'Not marked as a proposal',
  editProgramme: 'Edit the programme',
  place: 'Place',
  number: 'Number',
  name: 'Name',
  belongsTo: 'Belongs to',
  retiredPart: 'retired',
  outOfUse: 'not in use',
  meaning: 'Means',
  statusesLead:
    'What you call that which is said of an intervention or an activity, and in which order it stands. What has been said already is shown with today’s words today, and with the words of that day for a day that has been.',
  empty: 'Nothing has been entered yet.',
  plural: { goal: 'Goals', area: 'Areas', intervention: 'Interventions', status: 'Status words' },
  add: { goal: 'Add a goal', area: 'Add an area', intervention: 'Add an intervention' },
  editTitle: {
    goal: 'Edit the goal',
    area: 'Edit the area',
    intervention: 'Edit the intervention',
    status: 'Edit the status word',
  },
  needsGoal: 'Add a goal first.',
  needsArea: 'Add an area first.',
  indicators: 'Indicators',
  addIndicator: 'Add an indicator',
  saved: 'The change is saved and is in the log of events.',

  nameSv: 'Name in Swedish',
  nameEn: 'Name in English',
  textSv: {
    goal: 'What the goal means, in Swedish',
    area: 'Main strategy in Swedish',
    intervention: 'Text in Swedish',
    status: 'What it means, in Swedish',
  },
  textEn: {
    goal: 'What the goal means, in English',
    area: 'Main strategy in English',
    intervention: 'Text in English',
    status: 'What it means, in English',
  },
  nameHint: { status: 'At most 30 characters. It stands in narrow columns.' },
  textHint: {
    intervention: 'What you do, why, and when it is finished. At most 2,000 characters.',
    status: 'One or two sentences. They stand by the word for whoever chooses.',
  },
  optionalEnglish: '(empty: the Swedish text is shown)',
  position: 'Place in the order',
  goal: 'Goal that the area belongs to',
  area: 'Area that the intervention belongs to',
  choose: 'Choose',
  indicatorsHint: 'The measures that should move if the intervention succeeds.',
  save: 'Save',
  cancel: 'Back without saving',

  vision: 'Vision in Swedish',
  visionEn: 'Vision in English',
  proposalField: 'The programme is a proposal',
  proposalHint: 'As long as the box is ticked, every page that shows the programme says so.',
  noteSv: 'What is proposed and by whom, in Swedish',
  noteEn: 'The same in English',

  conflict: {
    title: 'Somebody else was first',
    lead: 'What you typed is still in the form but is not saved. If you save again, you replace what stands there now.',
    open: 'Show what stands there now (opens in a new tab)',
  },

  retireLead: {
    goal: 'The goal leaves the programme. That works only when no areas belong to it. Nothing is deleted.',
    area: 'The area leaves the programme. That works only when no interventions belong to it. Nothing is deleted.',
    intervention:
      'The intervention leaves the matrix and can no longer be reported. Its address, what the municipalities have said and the history are kept.',
    status: 'The word can no longer be chosen. It stays, and can be read, wherever it has been said already.',
  },
  retire: {
    goal: 'Retire the goal',
    area: 'Retire the area',
    intervention: 'Retire the intervention',
    status: 'Stop using the word',
  },
  neededTitle: 'Always in use',
  neededStatus:
    'The programme’s rules rest on this status, so it cannot be taken out of use. What it is called is for you to decide.',
  isRetired: (day) => `Retired since ${day}.`,
  isOutOfUse: (day) => `Not in use since ${day}.`,
  bringBack: 'Bring back',
  ruleTitle: 'What the programme makes of it',
  ruleNote: 'What it is called changes nothing of that. The sign and the colour follow along.',
  rules: {
    planned: 'Counts as not begun. The programme asks when an activity in the intervention is done already.',
    'on-plan': 'Counts as going as it should. The programme asks when nothing has happened for nine months.',
    delayed: 'Counts as late. An activity has to say why.',
    stuck: 'Counts as stuck. It is reminded of, and comes first in the reports.',
    done: 'Counts as finished. Nothing more is reminded of.',
    stopped: 'Counts as ended early. Nothing more is reminded of, and an activity has to say why.',
    'not-reported':
      'How a cell stands where nobody has said anything. It cannot be chosen, and never counts as something good.',
  },
  bringBackLead: 'Everything that belongs to it is still there and counts again.',
}

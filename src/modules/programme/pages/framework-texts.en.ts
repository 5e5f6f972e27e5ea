import type { FrameworkTexts } from './framework-texts.ts'

/** The English sentences around the framework's forms. */
export const en: FrameworkTexts = {
  title: 'The framework',
  lead: 'Goals, areas, interventions and indicators that the network shares. What you change is seen by all at once, and is in the log of events.',
  programme: 'The programme',
  isProposal: 'Marked as a proposal on every page',
  isAdopted: 'Not marked as a proposal',
  editProgramme: 'Edit the programme',
  place: 'Place',
  number: 'Number',
  name: 'Name',
  belongsTo: 'Belongs to',
  retiredPart: 'retired',
  empty: 'Nothing has been entered yet.',
  plural: { goal: 'Goals', area: 'Areas', intervention: 'Interventions' },
  add: { goal: 'Add a goal', area: 'Add an area', intervention: 'Add an intervention' },
  editTitle: { goal: 'Edit the goal', area: 'Edit the area', intervention: 'Edit the intervention' },
  all: { goal: 'All goals', area: 'All areas', intervention: 'All interventions' },
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
  },
  textEn: {
    goal: 'What the goal means, in English',
    area: 'Main strategy in English',
    intervention: 'Text in English',
  },
  interventionHint: 'What you do, why, and when it is finished. At most 2,000 characters.',
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

  retireTitle: 'Retire',
  retireLead: {
    goal: 'The goal leaves the programme. That works only when no areas belong to it. Nothing is deleted.',
    area: 'The area leaves the programme. That works only when no interventions belong to it. Nothing is deleted.',
    intervention:
      'The intervention leaves the matrix and can no longer be reported. Its address, what the municipalities have said and the history are kept.',
  },
  retire: { goal: 'Retire the goal', area: 'Retire the area', intervention: 'Retire the intervention' },
  isRetired: (day) => `Retired since ${day}.`,
  bringBack: 'Bring back',
  bringBackLead: 'Everything that belongs to it is still there and counts again.',
}

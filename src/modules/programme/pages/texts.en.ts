import type { Texts } from './texts.ts'

/** The English sentences about the matrix, its cells and the programme. Those about the framework's forms stand beside. */
export const en: Texts = {
  noCounts: 'No municipalities in the network yet.',

  example: {
    text: 'Example data: the statuses are made up to show how the page works. They are not the municipalities’ own.',
    tag: 'Example',
  },
  proposal: { title: 'A proposal, not adopted', tag: 'Proposal' },

  matrix: {
    title: 'The whole picture',
    caption: 'All interventions and municipalities',
    legend: 'What the signs mean',
    intervention: 'Intervention',
    lead: 'A row for each intervention, a column for each municipality. Every sign leads to the municipality’s own words.',
    empty: 'There will be a table here when the network has municipalities and interventions.',
    cell: (municipality, intervention, standing) => `${municipality}, ${intervention}: ${standing}`,
  },

  programme: {
    title: 'The programme',
    goals: 'Goals, areas and interventions',
    goalsLead: (goals, areas, interventions) =>
      `${goals} goals, ${areas} areas and ${interventions} interventions that the municipalities work on together.`,
    goal: (position) => `Goal ${position}`,
    none: 'The network has no programme yet.',
    noneLead: 'The coordinator enters goals, areas and interventions in the framework.',
    emptyTitle: 'No goals have been entered',
    toFramework: 'To the framework',
    statuses: 'What the statuses mean',
    status: 'Status',
    meaning: 'Means',
  },

  interventions: {
    title: 'Interventions',
    lead: 'What the municipalities do together, area by area, and how it is going.',
    description:
      'The interventions of the joint business programme and how they are going in each municipality.',
    retired: 'Retired interventions',
    empty: 'No interventions have been entered',
  },
  intervention: {
    eyebrow: (number, area) => `Intervention ${number} · ${area}`,
    numbered: (number, name) => `${number}. ${name}`,
    indicators: 'Indicators it should move',
    noIndicators: 'No indicators are tied to the intervention.',
    municipalities: 'How it is going in the municipalities',
    goal: 'Goal',
    area: 'Area',
    retired: (day) =>
      `The intervention was retired on ${day}. It is out of the matrix, but what the municipalities have said is kept.`,
    edit: 'Edit the intervention',
  },

  cell: {
    title: (municipality, intervention) => `${municipality}: ${intervention}`,
    milestone: 'Next milestone',
    noMilestone: 'None given',
    owner: 'Owner',
    deputy: 'Deputy',
    nobody: 'Nobody appointed',
    someone: 'The name cannot be shown',
    said: 'Last said',
    saidOn: (day, ago) => `${day} (${ago})`,
    saidBy: (day, ago, who) => `${day} by ${who} (${ago})`,
    lastWord: (ago) => `Said ${ago}`,
    change: 'Edit',
    report: 'Report',
    saved: 'Saved. The change can now be seen by all and is in the history.',
    others: 'All municipalities in the intervention',
    municipality: (name) => `Everything about ${name}`,
  },

  history: {
    title: 'History',
    lead: 'Seen only by those who work in the network.',
    none: 'Nobody has changed anything here yet.',
    said: 'Edited',
    saidFirst: 'Reported for the first time',
    saidAgain: 'Confirmed that it still holds',
    handedOver: 'Was handed over, without anything new being said',
    from: 'from',
    to: 'to',
    nothing: '(empty)',
    unknownPerson: 'Unknown person',
    fields: {
      status: 'Status',
      text: 'Where it stands',
      owner: 'Owner',
      deputy: 'Deputy',
      milestone: 'Next milestone',
      milestoneOn: 'Day of the milestone',
    },
  },

  edit: {
    title: (municipality) => `How is it going in ${municipality}?`,
    status: 'Status',
    outOfUse: (word) => `${word} (no longer in use)`,
    text: 'Where it stands',
    textHint:
      'A few sentences on what you do and what has happened since last time. At most 1,000 characters. The text becomes public: write no personal data.',
    owner: 'Owner',
    ownerHint: 'Seen only by those who work in the network.',
    deputy: 'Deputy',
    nobody: 'Nobody appointed',
    gone: (name) => `${name} no longer has a role in the municipality. Choose somebody else.`,
    optional: '(may be left empty)',
    milestone: 'Next milestone',
    milestoneHint: 'What will be finished next, such as “The first course starts”.',
    milestoneOn: 'When?',
    save: 'Save',
    cancel: 'Cancel',
    unchanged: 'Does everything still hold? Save without changes, and all can see that the word is fresh.',
  },
  conflict: {
    title: 'Somebody else was first',
    lead: (who, when) =>
      `${who} saved on ${when}, while you were writing. Nothing of yours has been saved yet. Compare and choose.`,
    someone: 'A colleague',
    caption: 'The two versions',
    field: 'Part',
    now: 'What stands there now',
    yours: 'What you wrote',
    keep: 'Keep what stands there now',
    saveMine: 'Save what I wrote',
    edit: 'Or edit first, then save',
  },

  work: {
    title: 'My work',
    lead: (name) => `Signed in as ${name}.`,
    none: 'You have nothing to report here',
    noneLead: 'Your role reads what is public, and the history of each cell.',
    officer: (municipality) => `To do in ${municipality}`,
    dueLead: (n) =>
      n === 1 ? 'One intervention needs you.' : `${n} interventions need you. The most urgent stands first.`,
    nothingDue: 'Nothing waits for you. All interventions are reported and up to date.',
    column: (municipality) => `All interventions in ${municipality}`,
    leader: (municipality) => `How things stand in ${municipality}`,
    stuck: (word, municipality) => `${word} in ${municipality}`,
    nothingStuck: (word) => `Nothing has the status “${word}”.`,
    gaps: 'Gaps in the common picture',
    gapsCaption: 'Municipality by municipality',
    gapsLead:
      'The municipalities with most to ask about stand first. Silent means that nobody has said anything for more than 180 days.',
    municipality: 'Municipality',
    silent: 'Silent',
    withoutOwner: 'Without owner',
    lastWord: 'Last word',
    never: 'Never',
    toAskAbout: 'To ask about',
    nothingToAsk: 'All municipalities have reported everything in the last half year.',
    untouched: 'Interventions that no municipality has reported',
    links: 'Tools',
    framework: 'Edit the framework',
    people: 'People and roles',
    log: 'Events',
  },
  due: {
    overdue: (milestone, days) =>
      `The milestone “${milestone}” should have been reached ${inDays(days)} ago.`,
    soon: (milestone, days) =>
      days === 0
        ? `The milestone “${milestone}” falls today.`
        : `The milestone “${milestone}” falls in ${inDays(days)}.`,
    stuck: (word, days) =>
      days === 0
        ? `“${word}”, according to today’s report.`
        : `“${word}”, according to the report ${inDays(days)} ago.`,
    never: 'Has never been reported.',
    silent: (days) => `Nobody has said anything for ${inDays(days)}.`,
    noOwner: 'Has no owner.',
  },

  errors: {
    title: 'Mend this first',
    'changed-meanwhile':
      'Somebody else has saved while you were writing. See what stands there now before you save.',
    unknown: 'The field is not filled in right.',
    'status-missing': 'Choose a status.',
    'status-unknown': 'There is no such status. Choose one in the list.',
    'status-out-of-use': 'That status is no longer in use. Choose another.',
    'text-missing': 'Write a few words on where it stands.',
    'text-too-long': 'The text may have at most 1,000 characters.',
    'person-unknown': 'There is no such person. Choose one in the list.',
    'owner-not-here': 'The owner has no role in the municipality. Choose somebody in the list.',
    'deputy-not-here': 'The deputy has no role in the municipality. Choose somebody in the list.',
    'deputy-is-owner': 'The deputy must be somebody other than the owner.',
    'milestone-missing': 'Write what will be finished that day, or remove the day.',
    'milestone-too-long': 'The milestone may have at most 200 characters.',
    'day-missing': 'Say on which day the milestone will be reached, or remove the milestone.',
    'day-invalid': 'There is no such day. Write a day between the years 2000 and 2100, such as 2027-03-14.',
    'version-missing': 'The form is broken. Load the page again and retry.',
    'intervention-retired': 'The intervention is retired and can no longer be reported.',
    'name-missing': 'Write a name in Swedish.',
    'name-too-long': 'The name may have at most 120 characters.',
    'prose-missing': 'Write a text in Swedish.',
    'prose-too-long': 'The text may have at most 2,000 characters.',
    'place-invalid': 'Write a whole number from 1 to 999.',
    'label-missing': 'Write what the status is called in Swedish.',
    'label-too-long': 'The word may have at most 30 characters.',
    'label-taken': 'Another status is called that already, in Swedish or English. They must be told apart.',
    'status-needed': 'The programme’s rules rest on this status, so it cannot be taken out of use.',
    'goal-missing': 'Choose a goal.',
    'goal-unknown': 'There is no such goal, or it is retired. Choose another.',
    'area-missing': 'Choose an area.',
    'area-unknown': 'There is no such area, or it is retired. Choose another.',
    'number-taken': 'Another intervention already has that number.',
    'indicator-unknown': 'One of the indicators is gone. Load the page again.',
    'note-missing': 'Tell what is proposed and by whom.',
    'still-in-use':
      'It cannot be retired: something that still counts belongs to it. Move or retire that first.',
    'retired-already': 'The part is already retired.',
    'not-retired': 'The part is not retired.',
    'parent-retired': 'What it belongs to is retired. Bring that back first, or move the part.',
  },
}

function inDays(days: number): string {
  return days === 1 ? 'one day' : `${days} days`
}

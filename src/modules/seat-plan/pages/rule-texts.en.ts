import type { rulesSv } from './rule-texts.sv.ts'

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const kinds: Readonly<Record<string, string>> = {
  leadership: 'leaders',
  company: 'people from companies',
  guest: 'guests',
  host: 'table hosts',
}
const mixes: Readonly<Record<string, string>> = {
  municipality: 'municipalities',
  branch: 'industries',
  size: 'company sizes',
  organisation: 'organisations',
}

interface Range {
  readonly atLeast?: number | undefined
  readonly atMost?: number | undefined
}

function range({ atLeast, atMost }: Range): string {
  if (atLeast !== undefined && atLeast === atMost) return `exactly ${atLeast}`
  if (atLeast !== undefined && atMost !== undefined) return `${atLeast} to ${atMost}`
  return atLeast !== undefined ? `at least ${atLeast}` : `at most ${atMost ?? 0}`
}

function times(wanted: Range): string {
  const { atLeast, atMost } = wanted
  const last = atMost ?? atLeast ?? 0
  return `${range(wanted)} ${last === 1 ? 'time' : 'times'}`
}

/** The English sentences of what is demanded. */
export const rulesEn: typeof rulesSv = {
  rules: {
    title: 'Rules of the seating',
    lead: 'What must be kept, and what would be good. The engine keeps every must if it can, and weighs the rest against new meetings.',
    back: 'To the seating',
    ready: 'The rules below are ready-made, reckoned from who comes. They hold until you change something.',
    caption: 'Rules',
    what: 'Rule',
    weight: 'How important',
    why: 'Reason',
    owner: 'Whose rule',
    change: 'Change',
    end: 'Take away',
    ended: 'The rule no longer holds.',
    none: 'No rules. The engine gives as many new meetings as it can.',
    must: 'must be kept',
    weighs: (weight) => `weight ${weight}`,
    rests: (names) => `Rests: ${list.format(names)} will not come.`,
    without: (names) => `Holds without ${list.format(names)}, who will not come.`,
    add: 'Add a rule',
    kinds: {
      meet: 'Two who are to meet',
      apart: 'Some who are to sit apart',
      together: 'Some who are to sit together',
      own: 'How often companies sit with their own municipality',
      count: 'How many of a kind at each table',
      different: 'How mixed each table is to be',
      'colleagues-apart': 'Colleagues sit apart',
      wish: 'Somebody wishes for a theme',
    },
    worthTitle: 'What a meeting is worth',
    worth:
      'Two of different municipal leaderships who meet: 1. A leadership and a company: 1, and another 1 the first time that the municipality and the company meet at all. A guest and somebody else: a half. Those who have met at an earlier event: half of that. A rule’s weight is in the same measure.',
    names: {
      meet: (one, other) => `${one} and ${other} are to meet`,
      apart: (names) => `${list.format(names)} are to sit apart`,
      together: (names) => `${list.format(names)} are to sit together`,
      'colleagues-apart': () => 'Colleagues sit at different tables',
      own: (wanted) => `Each company sits with its own municipality ${times(wanted)}`,
      count: (kind, wanted) => `${range(wanted)} ${kinds[kind] ?? kind} at each table`,
      different: (by, wanted) => `${range(wanted)} different ${mixes[by] ?? by} at each table`,
      wish: (name, theme) => `${name} wishes to speak of “${theme}”`,
    },
  },
  ruleForm: {
    addTitle: 'New rule',
    changeTitle: 'Change a rule',
    errorTitle: 'The rule cannot be saved yet',
    back: 'To the rules',
    one: 'The one',
    other: 'The other',
    person: (number) => `Person ${number}`,
    more: 'More people',
    choose: 'Choose …',
    optional: '(may be left empty)',
    how: 'How often',
    exactly: 'exactly so many times',
    most: 'at most so many times',
    least: 'at least so many times',
    times: 'Number of times',
    kind: 'Who',
    kinds: { leadership: 'municipal leaders', company: 'companies', guest: 'guests', host: 'table hosts' },
    by: 'Different',
    mixes: {
      municipality: 'municipalities',
      branch: 'industries',
      size: 'company sizes',
      organisation: 'organisations',
    },
    atLeast: 'At least at each table',
    atMost: 'At most at each table',
    rangeHint: 'Leave one of them empty if there is no limit that way.',
    wisher: 'Who wishes',
    theme: 'Theme',
    themeHint: 'Questions that are asked at one table only. Whoever sits there then has the wish fulfilled.',
    noThemes:
      'No table has a question of its own. Give one to a table in the planning, and it can be wished for.',
    strength: 'How important is it?',
    must: 'It must be kept',
    mustHint: 'It comes before all meetings.',
    weighs: 'It would be good',
    weighsHint: 'It is weighed against meetings; the weight says how many.',
    weight: 'Weight',
    weightHint: '1 is as much as an ordinary meeting. From 0.1 to 1,000.',
    reason: 'Reason',
    reasonHint: 'Shown when the rule is not kept. Only the coordinator reads it.',
    owner: 'Whose rule it is',
    save: 'Save the rule',
  },
  errors: {
    'person-missing': 'Choose a person.',
    'people-too-few': 'Choose at least two different people.',
    'same-person': 'Choose two different people.',
    'range-missing': 'Write at least one of the numbers.',
    'number-wrong': 'Write a whole number from 0 to 1,000.',
    'range-empty': 'The least cannot be more than the most.',
    'weight-wrong': 'Write a weight from 0.1 to 1,000.',
    'theme-missing': 'Choose a theme.',
    'text-too-long': 'The text is too long.',
    'person-not-coming': 'This person will not come to the event.',
    unknown: 'This cannot be saved.',
  },
}

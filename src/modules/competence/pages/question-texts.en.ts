import type { FactName } from '../core/facts.ts'
import type { Question } from './question-texts.sv.ts'

/** The finder's questions in English. */
export const questionsEn: Readonly<Record<FactName, Question>> = {
  purpose: {
    ask: 'What is the training to be for?',
    short: 'Purpose',
    hint: 'The law keeps the two apart: what only the employer needs is for the employer to provide.',
    choices: {
      employer: 'Something that is needed here with us, for the work we have',
      person: 'Something that makes the employee stronger on the labour market at large',
    },
  },
  municipality: { ask: 'In which municipality is the workplace?', short: 'Municipality' },
  sector: {
    ask: 'What kind of employer are you?',
    short: 'Employer',
    choices: {
      private: 'Private company',
      municipal: 'Municipality, region or municipal company',
      state: 'The state',
      civil: 'Association, foundation or co-operative',
    },
  },
  transition: {
    ask: 'To which transition organisation does the employee belong?',
    short: 'Transition organisation',
    hint: 'It stands in the collective agreement, or can be looked up at nysteget.se.',
    choices: {
      tsl: 'TSL (workers, private sector)',
      trr: 'TRR (salaried, private sector)',
      trs: 'TRS (voluntary sector, performing arts)',
      omstallningsfonden: 'Omställningsfonden (municipality, region, Sobona)',
      trygghetsstiftelsen: 'Trygghetsstiftelsen (the state)',
      other: 'Another one',
      none: 'None',
    },
  },
  agreement: {
    ask: 'Which agreement on transition does the employer have?',
    short: 'Agreement',
    choices: {
      main: 'A collective agreement with the main agreement on transition',
      insurance: 'Only a transition insurance or an adhesion agreement',
      other: 'Another collective agreement',
      none: 'No collective agreement',
    },
  },
  employees: { ask: 'How many employees do you have?', short: 'Employees', hint: '0 if you have none.' },
  role: {
    ask: 'How is the person who is to be trained employed?',
    short: 'Employment',
    choices: { worker: 'Worker', salaried: 'Salaried', owner: 'Runs the company' },
  },
  eligible: {
    ask: 'Does the person have an upper secondary diploma, or corresponding knowledge?',
    short: 'Eligibility',
  },
  knows: {
    ask: 'Does the person already know a substantial part of what the course teaches?',
    short: 'Prior knowledge',
  },
  together: { ask: 'Do you apply together with other organisations?', short: 'Together with others' },
  industry: {
    ask: 'In which industry are you?',
    short: 'Industry',
    choices: {
      construction: 'Construction',
      cleaning: 'Cleaning',
      manufacturing: 'Manufacturing',
      care: 'Health and care',
      other: 'Another one',
    },
  },
  engineer: { ask: 'Is the person an engineer, or working as one?', short: 'Engineer' },
  shortTime: { ask: 'Have you been granted support for short-time work?', short: 'Short-time work' },
  turnover: {
    ask: 'What was the net turnover in the last accounts?',
    short: 'Turnover',
    unit: 'million kronor',
  },
  age: { ask: 'How old does the person turn this year?', short: 'Age', unit: 'years' },
  monthsWorked: {
    ask: 'How many months has the person worked during the last 14 years?',
    short: 'Months of 14 years',
    hint: '8 years are 96 months. Count from the year the person turned 19. At most 24 of them may be sick or parental leave.',
    unit: 'months',
  },
  monthsRecent: {
    ask: 'During how many of the last 24 months has the person worked?',
    short: 'Months of 24',
    hint: 'Count months with at least 16 hours a week.',
    unit: 'months',
  },
  hours: { ask: 'How many hours a week does the person work?', short: 'Hours a week', unit: 'hours' },
  citizen: {
    ask: 'Is the person a Swedish citizen, or equal to one?',
    short: 'Citizen',
    hint: 'EU citizens and those with a permanent residence permit often are.',
  },
  inSweden: { ask: 'Is the course given in Sweden?', short: 'Course in Sweden' },
  completed: {
    ask: 'Has the person taken the course before, with a certificate?',
    short: 'Completed before',
  },
  salaried: { ask: 'Do you pay a salary for the time of studies?', short: 'Salary for the studies' },
  granted: {
    ask: 'Has the person been granted transition study support by CSN?',
    short: 'Transition study support',
  },
  days: {
    ask: 'How many days is the course, at full time?',
    short: 'Length of the course',
    hint: 'A week is 5 days, a term about 100.',
    unit: 'days',
  },
  pace: { ask: 'At what pace does the person study?', short: 'Pace of study', unit: 'per cent of full time' },
  income: {
    ask: 'What is the person’s yearly income before tax?',
    short: 'Yearly income',
    hint: 'Shows how large the support is. Does not decide whether it fits.',
    unit: 'kronor',
  },
}

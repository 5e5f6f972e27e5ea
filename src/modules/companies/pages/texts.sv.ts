import { branchesSv } from './branch-texts.sv.ts'

/** The module's sentences in Swedish. */
export const sv = {
  branches: branchesSv,
  sizes: {
    '0': 'Ingen anställd',
    '1-9': '1–9 anställda',
    '10-49': '10–49 anställda',
    '50-249': '50–249 anställda',
    '250': '250 anställda eller fler',
  },
}

import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/modules/accounts/index.ts'
import { inScope } from '../src/platform/database/connection.ts'
import { useTestDatabase } from './database.ts'
import { addTestActor, addTestNetwork, type TestNetwork } from './people.ts'

/**
 * Every role against every table, asked of the database itself: what is not in this list is refused, and a table that
 * is not in the list fails the test.
 */
const everybody = [
  'visitor',
  'partner',
  'officer',
  'neighbour',
  'leader',
  'coordinator',
  'operator',
  'stranger',
] as const
type Who = (typeof everybody)[number]
const network: readonly Who[] = everybody.filter((who) => who !== 'stranger')
const members: readonly Who[] = network.filter((who) => who !== 'visitor')
const coordinator: readonly Who[] = ['coordinator']
const officer: readonly Who[] = ['officer']
const keepers: readonly Who[] = ['officer', 'neighbour', 'leader', 'coordinator']
const doers: readonly Who[] = ['officer', 'neighbour']
const meeters: readonly Who[] = ['officer', 'neighbour', 'coordinator']
const readers: readonly Who[] = ['officer', 'coordinator']
const keepersOfSupports: readonly Who[] = ['partner', 'coordinator']
const nobody: readonly Who[] = []

interface Rights {
  readonly select: readonly Who[]
  readonly insert: readonly Who[]
  readonly update: readonly Who[]
  /** Unsaid: nobody. */
  readonly delete?: readonly Who[]
}

const rights: Readonly<Record<string, Rights>> = {
  // A network is known to anyone who knows its address.
  network: { select: everybody, insert: nobody, update: coordinator },
  municipality: { select: network, insert: nobody, update: nobody },
  // A person may belong to several networks; the stranger coordinates one of their own.
  person: { select: members, insert: ['coordinator', 'stranger'], update: nobody },
  role_grant: { select: members, insert: coordinator, update: coordinator },
  audit_entry: { select: members, insert: network, update: nobody },
  // Without the letters themselves; sent again by those who may see that it was not.
  mail_message: {
    select: ['coordinator', 'operator'],
    insert: network,
    update: ['coordinator', 'operator'],
  },
  // The example could not be placed.
  mail_incoming: { select: coordinator, insert: network, update: coordinator },
  // The example is Ale's day.
  closed_day: { select: network, insert: officer, update: officer },
  // The example is that of Ale's officer.
  absence: { select: members, insert: members, update: officer },
  source: { select: network, insert: keepers, update: nobody },
  series: { select: network, insert: keepers, update: keepers },
  retrieval: { select: network, insert: keepers, update: nobody },
  // The example is Ale's: its own people and the coordinator.
  figure: { select: network, insert: ['officer', 'leader', 'coordinator'], update: nobody },
  cube: { select: network, insert: keepers, update: keepers },
  standing: { select: network, insert: keepers, update: keepers },
  indicator: { select: network, insert: coordinator, update: coordinator },
  // The example is Ale's target: its officer decides, and the coordinator may write it down.
  target: { select: network, insert: ['officer', 'coordinator'], update: ['officer', 'coordinator'] },
  // Everybody's choice is their own; the example is that of nobody here.
  topic: { select: network, insert: coordinator, update: coordinator },
  desk: { select: network, insert: officer, update: officer },
  routing_table: { select: network, insert: officer, update: nobody },
  company: { select: meeters, insert: meeters, update: meeters },
  // The example came through the common door and is led by Ale: its officer, and the coordinator, read its words.
  matter: { select: ['officer', 'leader', 'coordinator'], insert: network, update: readers },
  matter_text: { select: readers, insert: readers, update: readers },
  // Its name is for those who answer.
  matter_sender: { select: officer, insert: readers, update: officer },
  // A private address can be made by who sends a matter, and read by nobody.
  matter_key: { select: nobody, insert: network, update: nobody },
  // Leaders see who has a part.
  matter_part: { select: ['officer', 'leader', 'coordinator'], insert: readers, update: readers },
  // The example is Ale's draft.
  matter_entry: { select: officer, insert: readers, update: officer },
  matter_note: { select: officer, insert: readers, update: nobody },
  matter_file: { select: readers, insert: readers, update: nobody },
  matter_access: { select: readers, insert: readers, update: nobody },
  // What is said of where it belongs: those who work on it, never the company.
  matter_move: { select: readers, insert: readers, update: nobody },
  // Everybody's warnings are their own, and are seen by those who work on the matter; the example was sent to nobody here.
  matter_warning: { select: readers, insert: members, update: nobody },
  matter_reply: { select: readers, insert: readers, update: nobody },
  matter_count: { select: nobody, insert: nobody, update: nobody },
  // The examples are Ale's and not shared; that somebody was there is known to all who meet companies.
  company_contact: { select: officer, insert: officer, update: officer },
  company_visit: { select: meeters, insert: officer, update: officer },
  visit_word: { select: officer, insert: officer, update: nobody },
  visit_inside: { select: officer, insert: officer, update: nobody },
  // Everybody's drafts and letters are their own; the examples are those of nobody here.
  visit_draft: { select: nobody, insert: doers, update: nobody },
  promise: { select: officer, insert: officer, update: officer },
  promise_letter: { select: nobody, insert: members, update: nobody },
  // Ale asks. What is answered is read by whoever holds the letter's key, and counted by the database.
  ask: { select: members, insert: officer, update: officer },
  ask_recipient: { select: officer, insert: officer, update: nobody },
  ask_answer: { select: nobody, insert: nobody, update: nobody },
  ask_text: { select: officer, insert: nobody, update: nobody },
  ask_stop: { select: nobody, insert: nobody, update: nobody },
  // Said of Ale, written down by somebody else; at the door only whoever holds its key says and changes it.
  skill_need: { select: readers, insert: meeters, update: nobody },
  // The worker alone tells, and remembers of whom.
  demand_snapshot: { select: network, insert: nobody, update: nobody },
  demand_batch: { select: network, insert: nobody, update: nobody },
  matter_release: { select: network, insert: nobody, update: nobody },
  demand_member: { select: nobody, insert: nobody, update: nobody },
  course: { select: network, insert: coordinator, update: coordinator },
  travel_time: { select: network, insert: coordinator, update: coordinator },
  // What a company or a provider answers is theirs, by their keys.
  skill_pool: { select: coordinator, insert: coordinator, update: coordinator },
  pool_day: { select: coordinator, insert: coordinator, update: nobody },
  pool_place: { select: coordinator, insert: coordinator, update: nobody },
  pool_offer: { select: coordinator, insert: coordinator, update: nobody },
  organisation: { select: network, insert: coordinator, update: nobody },
  // The example is of the organisation that the partner works for.
  support: { select: network, insert: keepersOfSupports, update: keepersOfSupports },
  // What is confirmed is everybody's to read; the draft is settled by those who keep the support.
  support_version: { select: network, insert: keepersOfSupports, update: keepersOfSupports },
  support_check: { select: network, insert: keepersOfSupports, update: nobody },
  support_link: { select: network, insert: nobody, update: nobody },
  // Opened by a key alone, whoever comes; what came of many is asked of a function.
  support_follower: { select: nobody, insert: nobody, update: nobody },
  support_outcome: { select: nobody, insert: nobody, update: nobody },
  // The example is not published.
  event: { select: members, insert: coordinator, update: coordinator },
  event_link: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  event_item: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  event_round: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  event_criterion: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  event_question: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  event_table: { select: members, insert: coordinator, update: coordinator, delete: coordinator },
  participant: { select: members, insert: coordinator, update: coordinator },
  participant_contact: { select: coordinator, insert: coordinator, update: coordinator },
  participant_need: { select: coordinator, insert: coordinator, update: coordinator, delete: coordinator },
  participant_key: { select: nobody, insert: coordinator, update: nobody },
  participant_letter: { select: members, insert: coordinator, update: nobody },
  seat_plan: { select: members, insert: coordinator, update: coordinator },
  // The examples are Ale's contacts and Ale's matter.
  retention_rule: { select: members, insert: coordinator, update: nobody },
  record_hold: { select: readers, insert: readers, update: readers },
  disposal: { select: readers, insert: officer, update: nobody },
  erasure_request: { select: readers, insert: readers, update: readers },
  visit_correction: { select: officer, insert: officer, update: nobody },
  // The example is confirmed and carried by a matter of Ale's; fewer than three companies stand behind its voice.
  pattern: { select: keepers, insert: coordinator, update: coordinator },
  pattern_word: { select: keepers, insert: coordinator, update: coordinator },
  pattern_matter: { select: readers, insert: readers, update: coordinator },
  pattern_voice: { select: coordinator, insert: coordinator, update: coordinator },
  pattern_raised: { select: keepers, insert: coordinator, update: nobody },
  pattern_sentence: { select: network, insert: coordinator, update: coordinator },
  theme: { select: members, insert: coordinator, update: nobody },
  company_register: { select: members, insert: coordinator, update: nobody },
  // What is noted is the table's and the coordinator's; what is promised is known to members.
  table_note: { select: coordinator, insert: coordinator, update: nobody },
  note_text: { select: coordinator, insert: coordinator, update: nobody },
  note_matter: { select: coordinator, insert: nobody, update: nobody },
  // The example is noted and not confirmed, and Ale's.
  commitment: { select: members, insert: coordinator, update: coordinator },
  commitment_act: { select: members, insert: coordinator, update: nobody },
  // Everybody's letters are their own.
  commitment_letter: { select: coordinator, insert: members, update: nobody },
  commitment_activity: { select: members, insert: officer, update: nobody },
  next_theme: { select: members, insert: coordinator, update: nobody },
  // The example is not sent.
  event_summary: { select: coordinator, insert: coordinator, update: coordinator },
  event_point: { select: coordinator, insert: coordinator, update: coordinator, delete: coordinator },
  event_return: { select: network, insert: nobody, update: nobody },
  event_letter: { select: members, insert: coordinator, update: nobody },
  seat_rule: { select: coordinator, insert: coordinator, update: coordinator },
  seat_run: { select: coordinator, insert: coordinator, update: coordinator },
  attendance: { select: members, insert: meeters, update: nobody },
  round_call: { select: members, insert: coordinator, update: nobody },
  answer_template: { select: officer, insert: officer, update: officer },
  // Of the company behind the key of a closed matter; what comes of many answers is asked of a function.
  service_rating: { select: nobody, insert: nobody, update: nobody },
  // Found through a function, which asks who reads.
  matter_term: { select: nobody, insert: readers, update: nobody },
  // A draft is opened by its key alone, whoever comes.
  matter_draft: { select: nobody, insert: nobody, update: nobody },
  matter_draft_file: { select: nobody, insert: nobody, update: nobody },
  news_reader: { select: nobody, insert: members, update: nobody },
  programme: { select: network, insert: nobody, update: coordinator },
  goal: { select: network, insert: coordinator, update: coordinator },
  area: { select: network, insert: coordinator, update: coordinator },
  intervention: { select: network, insert: coordinator, update: coordinator },
  // There are as many as the rules know, from the network's founding on.
  status: { select: network, insert: nobody, update: coordinator },
  // Kept by the database itself when a part of the framework is changed.
  framework_past: { select: network, insert: nobody, update: nobody },
  // The example is Ale's programme: its officer tells it, and the coordinator may write it down.
  adoption: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  adoption_file: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  adoption_revision: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  adopted_tree: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  adopted_node: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  node_mapping: { select: network, insert: ['officer', 'coordinator'], update: nobody },
  word: { select: network, insert: officer, update: nobody },
  follow_up_round: { select: network, insert: coordinator, update: coordinator },
  follow_up_draft: { select: officer, insert: officer, update: officer },
  follow_up_answer: { select: members, insert: officer, update: nobody },
  follow_up_verdict: { select: members, insert: ['leader'], update: nobody },
  // Everybody's letters are their own; the example was sent to nobody here.
  follow_up_letter: { select: nobody, insert: members, update: nobody },
  follow_up_report: { select: network, insert: coordinator, update: nobody },
  // The example is led by Ale.
  activity: { select: network, insert: officer, update: nobody },
  activity_word: { select: network, insert: officer, update: nobody },
  activity_inside: { select: members, insert: officer, update: nobody },
  // For those who do it, and the coordinator.
  activity_note: { select: ['officer', 'leader', 'coordinator'], insert: officer, update: nobody },
  // Lerum joins in the example: its officer tells what happens, and says nothing of the activity.
  milestone_reached: { select: network, insert: doers, update: nobody },
  evidence: { select: network, insert: doers, update: doers },
  handover: { select: members, insert: ['officer', 'coordinator'], update: nobody },
  // The example is Ale's template; the region's is the coordinator's.
  report_template: { select: members, insert: officer, update: nobody },
  import_plan: { select: members, insert: coordinator, update: coordinator },
  // What was entered by hand becomes a run when it is confirmed; the example is one of those.
  import_run: { select: members, insert: keepers, update: coordinator },
  raw_answer: { select: members, insert: coordinator, update: nobody },
  // What was uploaded is the uploader's until it is stored; the example is that of nobody here.
  uploaded_table: { select: nobody, insert: coordinator, update: nobody },
  entered_figure: {
    select: members,
    insert: ['officer', 'coordinator'],
    update: ['officer', 'leader', 'coordinator'],
  },
}

/** Tables that belong to no network, and why that is right. */
const outsideNetworks = ['rate_limit', 'kysely_migration', 'kysely_migration_lock']

const database = useTestDatabase()
let ids: TestNetwork
const people = new Map<Who, string | null>([['visitor', null]])
let target = ''
/** A second matter; the first has the network's id. */
const bareMatter = '00000000-0000-4000-8000-000000000001'

const text = `'{"sv":"x","en":"x"}'`
/** What is put in to try: `{n}` is the network, `{p}` a person, `{k}` a fresh key. */
const inserts: Readonly<Record<string, string>> = {
  network: `insert into network (slug, name, about, contact) values ('{k}', ${text}, ${text}, ${text})`,
  municipality: `insert into municipality (network_id, code, slug, name) values ('{n}', '{k}', '{k}', 'X')`,
  person: `insert into person (email, name) values ('{k}@example.org', 'X')`,
  role_grant: `insert into role_grant (network_id, person_id, role, municipality, granted_at) values ('{n}', '{p}', 'leader', '1441', now())`,
  audit_entry: `insert into audit_entry (network_id, at, by_person, did, subject_kind, subject_id) values ('{n}', now(), current_person(), 'x', 'x', 'x')`,
  mail_message: `insert into mail_message (network_id, recipient, subject, body, holds_secret, created_at) values ('{n}', 'a@example.org', 'x', 'x', false, now())`,
  mail_incoming: `insert into mail_incoming (network_id, way, message_id, sha256, raw, came_at) values ('{n}', 'webhook', '{k}', repeat('0', 64), '', now())`,
  closed_day: `insert into closed_day (network_id, municipality, day, opens, said_at, said_by) values ('{n}', '1440', '2027-01-02', 'not', now(), current_person())`,
  absence: `insert into absence (network_id, person_id, from_day, until_day, said_at, said_by) values ('{n}', current_person(), '2027-01-02', '2027-01-02', now(), current_person())`,
  matter_warning: `insert into matter_warning (network_id, matter_id, due, due_on, step, person_id, at) values ('{n}', '{n}', 'plan', '2026-12-07', 'day', current_person(), now())`,
  matter_reply: `insert into matter_reply (network_id, matter_id, message, at) values ('{n}', '{n}', '{k}', now())`,
  source: `insert into source (network_id, id, publisher, title, licence, vintage, note) values ('{n}', '{k}', 'x', 'x', 'x', 'x', ${text})`,
  indicator: `insert into indicator (network_id, id, name, definition, method, unit, decimals, direction, region_rule, how_to_retrieve) values ('{n}', '{k}', ${text}, ${text}, ${text}, 'percent', 1, 'higher', '{"kind":"sum"}', ${text})`,
  series: `insert into series (network_id, key) values ('{n}', 'own:{k}')`,
  retrieval: `insert into retrieval (network_id, known_at, way, source_id) values ('{n}', now(), 'hand', 'it')`,
  figure: `insert into figure (network_id, series_id, gender, year, place, retrieval_id, value) values ('{n}', 1, 0, 1901, '1440', 1, 1)`,
  cube: `insert into cube (network_id, series_id, gender, first_year, places, width, cells, retrievals) values ('{n}', 1, 1, 1901, '{}', 4, '', '{}')`,
  standing: `insert into standing (network_id, place, series_id, gender, packed) values ('{n}', '1440', 1, 1, int4send(1) || int2send(1::smallint) || decode(repeat('00', 26), 'hex'))`,
  target: `insert into target (network_id, indicator_id, municipality, year, value, decided_by, decided_on, said_at) values ('{n}', 'it', '1440', 2031, 1, 'x', '2026-01-01', now())`,
  topic: `insert into topic (network_id, id, position, name, hint) values ('{n}', '{k}', 9, ${text}, ${text})`,
  desk: `insert into desk (network_id, municipality, id, name) values ('{n}', '1440', '{k}', 'x')`,
  routing_table: `insert into routing_table (network_id, municipality, version, rules, saved_at) values ('{n}', '1440', 2, '[]', now())`,
  company: `insert into company (network_id, name, added_at) values ('{n}', 'x', now())`,
  matter: `insert into matter (network_id, year, number, topic_id, place_kind, sender_kind, way, locale, received_at, first_word_by, plan_by) values ('{n}', 2026, 9, 'it', 'unsure', 'company', 'page', 'sv', now(), '2026-12-01', '2026-12-07')`,
  matter_text: `insert into matter_text (network_id, matter_id, subject) values ('{n}', '{bare}', 'x')`,
  matter_sender: `insert into matter_sender (network_id, matter_id, name_for) values ('{n}', '{bare}', 'all')`,
  matter_key: `insert into matter_key (network_id, digest, matter_id, made_at) values ('{n}', '{k}', '{n}', now())`,
  matter_part: `insert into matter_part (network_id, matter_id, municipality, role, because, added_at, added_by) values ('{n}', '{n}', '1441', 'contributor', '{"by":"person"}', now(), current_person())`,
  matter_entry: `insert into matter_entry (network_id, matter_id, side, kind, text, way, state, written_at, finished_at, sent_at) values ('{n}', '{n}', 'company', 'message', 'x', 'phone', 'sent', now(), now(), now())`,
  matter_note: `insert into matter_note (network_id, matter_id, municipality, audience, text, written_at, written_by) select '{n}', '{n}', case when has_role('coordinator') then null else '1440' end, 'own', 'x', now(), current_person()`,
  matter_file: `insert into matter_file (network_id, matter_id, entry_id, name, media_type, bytes, sha256, scan, added_at) values ('{n}', '{n}', 1, 'x', 'x', '', repeat('0', 64), 'none', now())`,
  matter_access: `insert into matter_access (network_id, matter_id, person_id, did, at) values ('{n}', '{n}', current_person(), 'read', now())`,
  matter_move: `insert into matter_move (network_id, matter_id, did, municipality, reason, at, by) select '{n}', '{n}', 'takes', case when has_role('coordinator') then null else '1440' end, 'x', now(), current_person()`,
  matter_draft: `insert into matter_draft (network_id, id, digest, written, begun_at, changed_at) values ('{n}', gen_random_uuid(), 'x', '{}', now(), now())`,
  matter_draft_file: `insert into matter_draft_file (network_id, draft_id, name, media_type, bytes, sha256, added_at) values ('{n}', '{n}', 'x', 'x', '', repeat('0', 64), now())`,
  matter_count: `insert into matter_count (network_id, year, last) values ('{n}', 2030, 1)`,
  company_contact: `insert into company_contact (network_id, company_id, municipality, name, added_at, added_by) values ('{n}', '{n}', '1440', 'x', now(), current_person())`,
  company_visit: `insert into company_visit (network_id, company_id, municipality, on_day, state, added_at) values ('{n}', '{n}', '1440', '2026-11-24', 'planned', now())`,
  visit_word: `insert into visit_word (network_id, visit_id, said, finished_at, finished_by) values ('{n}', '{bare}', 'x', now(), current_person())`,
  visit_inside: `insert into visit_inside (network_id, visit_id, text) values ('{n}', '{bare}', 'x')`,
  visit_draft: `insert into visit_draft (network_id, person_id, version, saved_at) values ('{n}', current_person(), 1, now())`,
  promise: `insert into promise (network_id, visit_id, company_id, municipality, text, due_on, made_at) values ('{n}', '{n}', '{n}', '1440', 'x', '2026-12-01', now())`,
  promise_letter: `insert into promise_letter (network_id, promise_id, person_id, occasion, at) values ('{n}', '{n}', current_person(), 'after', now())`,
  ask: `insert into ask (network_id, municipality, title, why, questions, criteria, closes_on, sent_at, sent_by) values ('{n}', '1440', 'x', 'x', '[{}]', '{}', '2026-12-01', now(), current_person())`,
  ask_recipient: `insert into ask_recipient (network_id, ask_id, company_id, email, ground, digest, asked_at) values ('{n}', '{bare}', '{n}', 'a@example.org', 'agreed', '{k}', now())`,
  ask_answer: `insert into ask_answer (network_id, recipient_id, ask_id, choices, answered_at) values ('{n}', '{bare}', '{bare}', '{1}', now())`,
  ask_text: `insert into ask_text (network_id, recipient_id, ask_id, texts) values ('{n}', '{bare}', '{bare}', '{x}')`,
  event: `insert into event (network_id, title, theme, place, on_day, opens_at, ends_at, seats, answer_by, added_at, added_by) values ('{n}', 'x', 'x', 'x', '2026-12-07', '09:00', '12:00', 60, '2026-12-01', now(), current_person())`,
  event_link: `insert into event_link (network_id, event_id, kind, ref) values ('{n}', '{n}', 'theme', 'y')`,
  event_item: `insert into event_item (network_id, event_id, at, text) values ('{n}', '{n}', '09:00', 'x')`,
  event_round: `insert into event_round (network_id, event_id, number, starts_at, minutes) values ('{n}', '{n}', 1, '09:00', 30)`,
  event_criterion: `insert into event_criterion (network_id, event_id, id, text, kind, seats, position) values ('{n}', '{n}', 'y', 'x', 'guest', 4, 1)`,
  event_question: `insert into event_question (network_id, event_id, position, text) values ('{n}', '{n}', 1, 'x')`,
  event_table: `insert into event_table (network_id, event_id, id, position, min, max) values ('{n}', '{n}', '2', 1, 4, 6)`,
  participant: `insert into participant (network_id, event_id, kind, name, organisation, added_at, added_by) values ('{n}', '{n}', 'guest', 'x', 'x', now(), current_person())`,
  participant_contact: `insert into participant_contact (network_id, participant_id) values ('{n}', '{bare}')`,
  participant_need: `insert into participant_need (network_id, participant_id, said_at) values ('{n}', '{bare}', now())`,
  participant_key: `insert into participant_key (network_id, digest, participant_id, made_at) values ('{n}', '{k}', '{n}', now())`,
  participant_letter: `insert into participant_letter (network_id, participant_id, occasion, sent_at, sent_by) values ('{n}', '{n}', 'again', now(), current_person())`,
  seat_plan: `insert into seat_plan (network_id, event_id, version, rounds, made, saved_at, saved_by) values ('{n}', '{n}', 2, '[]', '{}', now(), current_person())`,
  table_note: `insert into table_note (network_id, event_id, id, table_id, round, begun_at) values ('{n}', '{n}', gen_random_uuid(), '1', 0, now())`,
  note_text: `insert into note_text (network_id, note_id, id, turn, voice, text, written_at, received_at) values ('{n}', '{n}', gen_random_uuid(), 2, 'company', 'x', now(), now())`,
  note_matter: `insert into note_matter (network_id, note_id, matter_id, at) values ('{n}', '{bare}', '{n}', now())`,
  commitment: `insert into commitment (network_id, id, event_id, table_id, promiser_id, promiser_kind, what, by_day, is_public, noted_at) values ('{n}', gen_random_uuid(), '{n}', '1', '{n}', 'leadership', 'x', '2027-01-07', true, now())`,
  commitment_act: `insert into commitment_act (network_id, commitment_id, number, did, side, at) values ('{n}', '{n}', 2, 'noted', 'coordinator', now())`,
  commitment_letter: `insert into commitment_letter (network_id, commitment_id, reader_id, rung, by_day, sent_at) values ('{n}', '{n}', current_person(), 'enter', '2027-01-07', now())`,
  commitment_activity: `insert into commitment_activity (network_id, commitment_id, activity_id, at, by) values ('{n}', '{bare}', 'bare', now(), current_person())`,
  next_theme: `insert into next_theme (network_id, id, event_id, table_id, text, at) values ('{n}', gen_random_uuid(), '{n}', '1', 'x', now())`,
  event_summary: `insert into event_summary (network_id, event_id, version, saved_at) values ('{n}', '{bare}', 1, now())`,
  event_point: `insert into event_point (network_id, event_id, id, position, text) values ('{n}', '{n}', gen_random_uuid(), 1, 'x')`,
  event_return: `insert into event_return (network_id, event_id, days, content, made_at) values ('{n}', '{n}', 90, '{}', now())`,
  event_letter: `insert into event_letter (network_id, event_id, reader_id, what, sent_at) values ('{n}', '{n}', current_person(), 'countdown', now())`,
  seat_rule: `insert into seat_rule (network_id, event_id, key, demand, added_at) values ('{n}', '{n}', 'y', '{}', now())`,
  seat_run: `insert into seat_run (network_id, event_id, based_on, seed, milliseconds, asked_at, asked_by, ended_at, ended_as) values ('{n}', '{n}', 0, 1, 1000, now(), current_person(), now(), 'broken-off')`,
  attendance: `insert into attendance (network_id, event_id, participant_id, state, at, said_by) values ('{n}', '{n}', '{n}', 'here', now(), current_person())`,
  round_call: `insert into round_call (network_id, event_id, round, did, at, said_at, said_by) values ('{n}', '{n}', 0, 'began', now(), now(), current_person())`,
  ask_stop: `insert into ask_stop (network_id, address, stopped_at) values ('{n}', '{k}', now())`,
  skill_need: `insert into skill_need (network_id, company_id, company_name, words, field, people, needed_by, level, places, holds_back, way, digest, said_at, said_by, stands_until) values ('{n}', '{n}', 'x', 'x', 'x', 1, '2027-01-01', 'basic', '{1440}', 'no', 'visit', '{k}', now(), current_person(), '2027-01-01')`,
  demand_snapshot: `insert into demand_snapshot (network_id, on_day, answered) values ('{n}', '2027-01-01', 5)`,
  demand_batch: `insert into demand_batch (network_id, told, companies, holds_back, begun_on) values ('{n}', '[]', 5, false, '2027-01-01')`,
  matter_release: `insert into matter_release (network_id, from_day, before_day, figures, is_example, published_at) values ('{n}', '2027-01-01', '2027-04-01', '{}', false, now())`,
  demand_member: `insert into demand_member (network_id, batch_id, unit) values ('{n}', '{n}', '{k}')`,
  course: `insert into course (network_id, source, source_id, title, provider, concepts, form, checked_on) values ('{n}', 'hand', '{k}', 'x', 'x', '{}', 'distance', '2026-01-01')`,
  travel_time: `insert into travel_time (network_id, from_code, to_code, minutes, said_at) values ('{n}', '1440', '1441', 20, now())`,
  skill_pool: `insert into skill_pool (network_id, title, words, field, made_at) values ('{n}', 'x', 'x', 'x', now())`,
  pool_day: `insert into pool_day (network_id, pool_id, on_day) values ('{n}', '{n}', '2027-02-01')`,
  pool_place: `insert into pool_place (network_id, pool_id, company_id, company_name, municipality, seats, digest, asked_at) values ('{n}', '{bare}', '{n}', 'x', '1440', 1, '{k}', now())`,
  pool_offer: `insert into pool_offer (network_id, pool_id, provider, email, digest, invited_at) values ('{n}', '{n}', 'x', 'a@example.org', '{k}', now())`,
  organisation: `insert into organisation (network_id, id, name) values ('{n}', 'third', 'x')`,
  support: `insert into support (network_id, id, giver, added_at) values ('{n}', 'third', 'it', now())`,
  support_version: `insert into support_version (network_id, support_id, content, written_at, written_by) values ('{n}', 'second', '{}', now(), current_person())`,
  support_check: `insert into support_check (network_id, support_id, on_day, by_person, by_giver) values ('{n}', 'it', '2026-11-24', current_person(), not has_role('coordinator'))`,
  support_link: `insert into support_link (network_id, support_id, is_reached, asked_at) values ('{n}', 'second', true, now())`,
  support_follower: `insert into support_follower (network_id, id, digest, email, locale, answers, begun_at) values ('{n}', '{bare}', 'y', 'a@example.org', 'sv', '{}', now())`,
  support_outcome: `insert into support_outcome (network_id, support_id, came_of, said_on) values ('{n}', 'it', 'applied', '2026-11-01')`,
  pattern: `insert into pattern (network_id, topic_id, state, proposed_at) values ('{n}', 'it', 'proposed', now())`,
  pattern_word: `insert into pattern_word (network_id, pattern_id) values ('{n}', '{bare}')`,
  pattern_matter: `insert into pattern_matter (network_id, pattern_id, matter_id, added_at, added_by) values ('{n}', '{n}', '{bare}', now(), current_person())`,
  pattern_voice: `insert into pattern_voice (network_id, pattern_id, text, written_at, written_by) values ('{n}', '{n}', 'x', now(), current_person())`,
  pattern_raised: `insert into pattern_raised (network_id, pattern_id, kind, intervention_id, raised_at, raised_by) values ('{n}', '{n}', 'intervention', 'it', now(), current_person())`,
  pattern_sentence: `insert into pattern_sentence (network_id, pattern_id, text, published_at) values ('{n}', '{bare}', 'x', now())`,
  theme: `insert into theme (network_id, title, question, made_at, made_by) values ('{n}', 'x', 'x', now(), current_person())`,
  company_register: `insert into company_register (network_id, source, as_of, counts, entered_at, entered_by) values ('{n}', 'x', '2026-01-01', '[]', now(), current_person())`,
  answer_template: `insert into answer_template (network_id, municipality, name, text, edited_at) values ('{n}', '1440', 'x', 'x', now())`,
  service_rating: `insert into service_rating (network_id, matter_id, municipality, answered_at) values ('{n}', '{bare}', '1440', now())`,
  matter_term: `insert into matter_term (network_id, matter_id, terms, weights) values ('{n}', '{bare}', '{x}', '{1}')`,
  news_reader: `insert into news_reader (network_id, person_id, locale, since) values ('{n}', current_person(), 'sv', now())`,
  retention_rule: `insert into retention_rule (network_id, kind, municipality, said_at, said_by) values ('{n}', 'contacts', '1441', now(), current_person())`,
  record_hold: `insert into record_hold (network_id, matter_id, reason, placed_at, placed_by) values ('{n}', '{bare}', 'x', now(), current_person())`,
  disposal: `insert into disposal (network_id, kind, municipality, rule_id, until, items, confirmed_at, confirmed_by) values ('{n}', 'contacts', '1440', 1, now(), '{}', now(), current_person())`,
  erasure_request: `insert into erasure_request (network_id, matter_id, asked_at, due_on) values ('{n}', '{bare}', now(), '2026-12-24')`,
  visit_correction: `insert into visit_correction (network_id, visit_id, text, corrected_at, corrected_by) values ('{n}', '{n}', 'x', now(), current_person())`,
  programme: `insert into programme (network_id, name, vision, is_proposal, proposal_note) values ('{other}', ${text}, ${text}, true, ${text})`,
  goal: `insert into goal (network_id, id, position, name, text) values ('{n}', '{k}', 9, ${text}, ${text})`,
  area: `insert into area (network_id, id, position, goal_id, name, strategy) values ('{n}', '{k}', 9, 'it', ${text}, ${text})`,
  intervention: `insert into intervention (network_id, id, number, area_id, name, text) values ('{n}', '{k}', 9, 'it', ${text}, ${text})`,
  status: `insert into status (network_id, id, position, name, text) values ('{n}', 'planned', 9, ${text}, ${text})`,
  framework_past: `insert into framework_past (network_id, kind, id, version, valid_from, valid_until, said) values ('{n}', 'goal', '{k}', 1, now(), now(), '{}')`,
  adoption: `insert into adoption (network_id, municipality, version, entered_at, entered_by) values ('{n}', '1440', 2, now(), current_person())`,
  adoption_file: `insert into adoption_file (network_id, municipality, name, kind, bytes, added_at, added_by) values ('{n}', '1440', 'x', 'pdf', 'x', now(), current_person())`,
  adoption_revision: `insert into adoption_revision (network_id, municipality, version, revision, name, written_at, written_by) values ('{n}', '1440', 1, 2, 'x', now(), current_person())`,
  adopted_tree: `insert into adopted_tree (network_id, municipality, version, tree, made_at, made_by) values ('{n}', '1440', 1, 2, now(), current_person())`,
  adopted_node: `insert into adopted_node (network_id, municipality, version, tree, node, position, depth, text) values ('{n}', '1440', 1, 1, 2, 2, 0, 'x')`,
  node_mapping: `insert into node_mapping (network_id, municipality, version, node, said, fit, said_at, said_by) values ('{n}', '1440', 1, 1, 2, 'none', now(), current_person())`,
  word: `insert into word (network_id, municipality, intervention_id, version, status, text, said_at) values ('{n}', '1440', 'second', 1, 'on-plan', 'x', now())`,
  follow_up_round: `insert into follow_up_round (network_id, id, name, questions, closes_on, opened_at, opened_by) values ('{n}', '{k}', ${text}, '[]', '2026-12-11', now(), '{p}')`,
  follow_up_draft: `insert into follow_up_draft (network_id, round_id, municipality, version, saved_at, saved_by) values ('{n}', 'unfrozen', '1440', 1, now(), '{p}')`,
  follow_up_answer: `insert into follow_up_answer (network_id, round_id, municipality, number, answers, is_unchanged, answered_at, answered_by) values ('{n}', 'it', '1440', 3, '[]', false, now(), '{p}')`,
  follow_up_verdict: `insert into follow_up_verdict (network_id, round_id, municipality, number, verdict, note, given_at, given_by) values ('{n}', 'it', '1440', 2, 'confirmed', '', now(), '{p}')`,
  follow_up_letter: `insert into follow_up_letter (network_id, round_id, person_id, occasion, at) values ('{n}', 'it', current_person(), 'opened', now())`,
  follow_up_report: `insert into follow_up_report (network_id, round_id, bytes, sha256, frozen_at, frozen_by) values ('{n}', 'it', '', repeat('0', 64), now(), '{p}')`,
  activity: `insert into activity (network_id, id, municipality, added_at) values ('{n}', '{k}', '1440', now())`,
  activity_word: `insert into activity_word (network_id, activity_id, version, intervention_id, title, aim, status, said_at) values ('{n}', 'it', 2, 'it', 'x', 'x', 'on-plan', now())`,
  activity_inside: `insert into activity_inside (network_id, activity_id, version, text) values ('{n}', 'bare', 1, 'x')`,
  activity_note: `insert into activity_note (network_id, activity_id, version, text) values ('{n}', 'it', 1, 'x')`,
  milestone_reached: `insert into milestone_reached (network_id, activity_id, milestone, version, reached_on, said_at) values ('{n}', 'it', 2, 1, '2026-01-01', now())`,
  evidence: `insert into evidence (network_id, activity_id, title, address, added_at) values ('{n}', 'it', 'x', '/x', now())`,
  handover: `insert into handover (network_id, municipality, kind, thing, part, from_person, reason, handed_over_at, handed_over_by) values ('{n}', '1440', 'cell', 'it', 'owner', '{p}', 'x', now(), current_person())`,
  report_template: `insert into report_template (network_id, subject, version, name, bytes, sent_by, sent_at) values ('{n}', '1440', 2, 'x', '', current_person(), now())`,
  import_plan: `insert into import_plan (network_id, series_key, title, way, question, rhythm, made_by, made_at) values ('{n}', 'kolada:{k}', 'x', 'kolada', '{}', 'by-hand', '{p}', now())`,
  import_run: `insert into import_run (network_id, way, asked_at, state) values ('{n}', 'hand', now(), 'done')`,
  raw_answer: `insert into raw_answer (network_id, run_id, number, address, body, came_at) values ('{n}', '{n}', 2, 'x', '', now())`,
  uploaded_table: `insert into uploaded_table (network_id, indicator_id, kind, name, bytes, by_person, at) values ('{n}', 'it', 'paste', 'x', '', current_person(), now())`,
  entered_figure: `insert into entered_figure (network_id, indicator_id, municipality, gender, year, value, is_preliminary, taken_from, entered_by, entered_at) values ('{n}', 'it', '1440', 0, 2020, 1, false, 'x', current_person(), now())`,
}
const updated: Readonly<Record<string, string>> = {
  network: `update network set slug = slug where id = '{n}'`,
  person: `update person set name = name where id = '{p}'`,
  role_grant: `update role_grant set revoked_at = now() where network_id = '{n}' and person_id = '{p}'`,
  mail_message: `update mail_message set state = 'queued', reason = null where network_id = '{n}'`,
  mail_incoming: `update mail_incoming set handled_at = now(), handled_by = current_person() where network_id = '{n}'`,
  closed_day: `update closed_day set opens = 'as-usual', said_by = current_person() where network_id = '{n}'`,
  absence: `update absence set withdrawn_at = now() where network_id = '{n}'`,
  evidence: `update evidence set withdrawn_at = now(), withdrawn_by = current_person() where network_id = '{n}'`,
  series: `update series set title = 'x' where network_id = '{n}'`,
  follow_up_round: `update follow_up_round set closes_on = '2026-12-12' where network_id = '{n}' and id = 'it'`,
  follow_up_draft: `update follow_up_draft set version = 2 where network_id = '{n}'`,
  topic: `update topic set position = 1 where network_id = '{n}'`,
  desk: `update desk set name = 'y' where network_id = '{n}'`,
  company: `update company set name = 'y' where network_id = '{n}'`,
  company_contact: `update company_contact set name = 'y' where network_id = '{n}'`,
  company_visit: `update company_visit set shared_at = now() where network_id = '{n}'`,
  visit_draft: `update visit_draft set version = 2 where network_id = '{n}'`,
  promise: `update promise set because = 'y' where network_id = '{n}'`,
  ask: `update ask set closed_at = now() where network_id = '{n}'`,
  ask_recipient: `update ask_recipient set told_at = now() where network_id = '{n}'`,
  ask_answer: `update ask_answer set answered_at = now() where network_id = '{n}'`,
  event: `update event set title = 'y' where network_id = '{n}'`,
  event_link: `update event_link set ref = 'y' where network_id = '{n}'`,
  event_item: `update event_item set text = 'y' where network_id = '{n}'`,
  event_round: `update event_round set minutes = 40 where network_id = '{n}'`,
  event_criterion: `update event_criterion set text = 'y' where network_id = '{n}'`,
  event_question: `update event_question set text = 'y' where network_id = '{n}'`,
  event_table: `update event_table set max = 8 where network_id = '{n}'`,
  participant: `update participant set name = 'y' where network_id = '{n}'`,
  participant_contact: `update participant_contact set phone = 'y' where network_id = '{n}'`,
  participant_need: `update participant_need set food = 'y' where network_id = '{n}'`,
  seat_plan: `update seat_plan set told_at = now() where network_id = '{n}'`,
  commitment: `update commitment set because = 'y' where network_id = '{n}'`,
  event_summary: `update event_summary set intro = 'y' where network_id = '{n}'`,
  event_point: `update event_point set fate = 'taken' where network_id = '{n}'`,
  seat_rule: `update seat_rule set reason = 'y' where network_id = '{n}'`,
  seat_run: `update seat_run set stop_asked_at = now() where network_id = '{n}'`,
  ask_text: `update ask_text set texts = '{y}' where network_id = '{n}'`,
  skill_need: `update skill_need set people = 2 where network_id = '{n}'`,
  matter_release: `update matter_release set figures = '{}' where network_id = '{n}'`,
  demand_batch: `update demand_batch set ended_on = '2027-01-01' where network_id = '{n}'`,
  course: `update course set title = 'y' where network_id = '{n}'`,
  travel_time: `update travel_time set minutes = 30 where network_id = '{n}'`,
  skill_pool: `update skill_pool set seats = 2 where network_id = '{n}'`,
  pool_place: `update pool_place set seats = 2 where network_id = '{n}'`,
  pool_offer: `update pool_offer set words = 'y' where network_id = '{n}'`,
  support: `update support set reminded_at = now() where network_id = '{n}'`,
  support_version: `update support_version set dropped_at = now() where network_id = '{n}'`,
  support_link: `update support_link set is_reached = false where network_id = '{n}'`,
  support_follower: `update support_follower set told = '{x}' where network_id = '{n}'`,
  record_hold: `update record_hold set lifted_at = now() where network_id = '{n}'`,
  erasure_request: `update erasure_request set answered_at = now(), outcome = 'erased' where network_id = '{n}'`,
  matter: `update matter set first_word_at = now() where network_id = '{n}'`,
  matter_text: `update matter_text set secrecy = 'x', secrecy_at = now() where network_id = '{n}'`,
  matter_sender: `update matter_sender set phone = 'x' where network_id = '{n}'`,
  matter_part: `update matter_part set stance = 'takes' where network_id = '{n}'`,
  matter_entry: `update matter_entry set text = 'y' where network_id = '{n}'`,
  pattern: `update pattern set returned_at = now() where network_id = '{n}' and state = 'confirmed'`,
  pattern_word: `update pattern_word set asked = 'y' where network_id = '{n}'`,
  pattern_matter: `update pattern_matter set due_at = now() where network_id = '{n}'`,
  pattern_voice: `update pattern_voice set removed_at = now() where network_id = '{n}'`,
  pattern_sentence: `update pattern_sentence set withdrawn_at = now() where network_id = '{n}'`,
  answer_template: `update answer_template set name = 'y' where network_id = '{n}'`,
  service_rating: `update service_rating set information = 1 where network_id = '{n}'`,
  target: `update target set withdrawn_at = now() where network_id = '{n}'`,
  entered_figure: `update entered_figure set settled_at = now(), settled_by = current_person(), verdict = 'confirmed' where network_id = '{n}'`,
}

beforeAll(async () => {
  ids = await addTestNetwork(database)
  const roles: [Who, Role, string | null][] = [
    ['partner', 'partner', null],
    ['officer', 'officer', '1440'],
    ['neighbour', 'officer', '1441'],
    ['leader', 'leader', '1440'],
    ['coordinator', 'coordinator', null],
    ['operator', 'operator', null],
  ]
  for (const [who, role, municipality] of roles) {
    people.set(who, (await addTestActor(database, ids.id, role, municipality)).personId)
  }
  people.set('stranger', (await addTestActor(database, ids.otherId, 'coordinator')).personId)
  target = (await addTestActor(database, ids.id, 'partner')).personId
  for (const id of ['it', 'second']) await plantFramework(id)
  await sql
    .raw(
      filled(`
    insert into organisation (network_id, id, name) values ('{n}', 'it', 'x');
    update role_grant set organisation = 'it' where network_id = '{n}' and person_id = '{partner}';
    insert into support (network_id, id, giver, added_at) values ('{n}', 'it', 'it', now()), ('{n}', 'second', 'it', now());
    insert into support_version (network_id, support_id, content, written_at, confirmed_at) values ('{n}', 'it', '{}', now(), now());
    insert into support_version (network_id, support_id, content, written_at) values ('{n}', 'it', '{}', now());
    insert into support_check (network_id, support_id, on_day) values ('{n}', 'it', '2026-11-24');
    insert into support_link (network_id, support_id, is_reached, asked_at) values ('{n}', 'it', true, now());
    insert into support_follower (network_id, id, digest, email, locale, answers, begun_at, confirmed_at)
      values ('{n}', '{n}', 'x', 'a@example.org', 'sv', '{}', now(), now());
    insert into support_outcome (network_id, support_id, came_of, said_on) values ('{n}', 'it', 'applied', '2026-11-01');
    insert into series (network_id, key) values ('{n}', 'own:it');
    insert into retrieval (network_id, known_at, way, source_id) values ('{n}', now(), 'planted', 'it');
    insert into figure (network_id, series_id, gender, year, place, retrieval_id, value) values ('{n}', 1, 0, 2020, '1440', 1, 1);
    insert into cube (network_id, series_id, gender, first_year, places, width, cells, retrievals) values ('{n}', 1, 0, 2020, '{1440}', 4, '', '{1}');
    insert into standing (network_id, place, series_id, gender, packed) values ('{n}', '1440', 1, 0, int4send(1) || int2send(0::smallint) || decode(repeat('00', 26), 'hex'));
    insert into target (network_id, indicator_id, municipality, year, value, decided_by, decided_on, said_at) values ('{n}', 'it', '1440', 2030, 1, 'x', '2026-01-01', now());
    insert into topic (network_id, id, position, name, hint) values ('{n}', 'it', 1, ${text}, ${text});
    insert into desk (network_id, municipality, id, name) values ('{n}', '1440', 'it', 'x');
    insert into routing_table (network_id, municipality, version, rules, saved_at) values ('{n}', '1440', 1, '[]', now());
    insert into company (network_id, id, name, added_at) values ('{n}', '{n}', 'x', now());
    insert into company_contact (network_id, company_id, municipality, name, added_at) values ('{n}', '{n}', '1440', 'x', now());
    insert into company_visit (network_id, id, company_id, municipality, on_day, state, added_at)
      select '{n}', id::uuid, '{n}', '1440', '2026-11-24', 'done', now() from unnest(array['{n}', '{bare}']) as id;
    insert into visit_word (network_id, visit_id, said, finished_at) values ('{n}', '{n}', 'x', now());
    insert into visit_inside (network_id, visit_id, text) values ('{n}', '{n}', 'x');
    insert into visit_draft (network_id, person_id, version, saved_at) values ('{n}', '{p}', 1, now());
    insert into promise (network_id, id, visit_id, company_id, municipality, text, due_on, made_at) values ('{n}', '{n}', '{n}', '{n}', '1440', 'x', '2026-12-01', now());
    insert into promise_letter (network_id, promise_id, person_id, occasion, at) values ('{n}', '{n}', '{p}', 'before', now());
    insert into ask (network_id, id, municipality, title, why, questions, criteria, closes_on, sent_at)
      select '{n}', id::uuid, '1440', 'x', 'x', '[{}]', '{}', '2026-12-01', now() from unnest(array['{n}', '{bare}']) as id;
    insert into ask_recipient (network_id, id, ask_id, company_id, email, ground, digest, asked_at)
      values ('{n}', '{n}', '{n}', '{n}', 'a@example.org', 'agreed', 'x', now());
    insert into ask_answer (network_id, recipient_id, ask_id, choices, answered_at) values ('{n}', '{n}', '{n}', '{1}', now());
    insert into ask_text (network_id, recipient_id, ask_id, texts) values ('{n}', '{n}', '{n}', '{x}');
    insert into ask_stop (network_id, address, stopped_at) values ('{n}', 'x', now());
    insert into skill_need (network_id, company_id, company_name, words, field, people, needed_by, level, places, holds_back, way, digest, said_at, stands_until)
      values ('{n}', '{n}', 'x', 'x', 'x', 1, '2027-01-01', 'basic', '{1440}', 'no', 'door', 'x', now(), '2027-01-01');
    insert into demand_snapshot (network_id, on_day, answered) values ('{n}', '2026-10-01', 5);
    insert into demand_batch (network_id, id, told, companies, holds_back, begun_on) values ('{n}', '{n}', '[]', 5, false, '2026-10-01');
    insert into demand_member (network_id, batch_id, unit) values ('{n}', '{n}', 'x');
    insert into matter_release (network_id, from_day, before_day, figures, is_example, published_at) values ('{n}', '2026-10-01', '2027-01-01', '{}', false, now());
    insert into course (network_id, source, source_id, title, provider, concepts, form, checked_on) values ('{n}', 'hand', 'x', 'x', 'x', '{}', 'distance', '2026-01-01');
    insert into municipality (network_id, code, slug, name) values ('{n}', '1402', 'partille', 'Partille');
    insert into travel_time (network_id, from_code, to_code, minutes, said_at) values ('{n}', '1402', '1440', 20, now());
    insert into skill_pool (network_id, id, title, words, field, made_at)
      select '{n}', id::uuid, 'x', 'x', 'x', now() from unnest(array['{n}', '{bare}']) as id;
    insert into pool_day (network_id, pool_id, on_day) values ('{n}', '{n}', '2027-01-01');
    insert into pool_place (network_id, pool_id, company_id, company_name, municipality, seats, digest, asked_at) values ('{n}', '{n}', '{n}', 'x', '1440', 1, 'x', now());
    insert into pool_offer (network_id, pool_id, provider, email, digest, invited_at) values ('{n}', '{n}', 'x', 'a@example.org', 'x', now());
    insert into event (network_id, id, title, theme, place, on_day, opens_at, ends_at, seats, answer_by, added_at)
      values ('{n}', '{n}', 'x', 'x', 'x', '2026-12-07', '09:00', '12:00', 60, '2026-12-01', now());
    insert into event_link (network_id, event_id, kind, ref) values ('{n}', '{n}', 'theme', 'x');
    insert into event_item (network_id, event_id, at, text) values ('{n}', '{n}', '09:00', 'x');
    insert into event_round (network_id, event_id, number, starts_at, minutes) values ('{n}', '{n}', 0, '09:00', 30);
    insert into event_criterion (network_id, event_id, id, text, kind, seats, position) values ('{n}', '{n}', 'x', 'x', 'guest', 4, 1);
    insert into event_question (network_id, event_id, position, text) values ('{n}', '{n}', 1, 'x');
    insert into event_table (network_id, event_id, id, position, min, max) values ('{n}', '{n}', '1', 1, 4, 6);
    insert into participant (network_id, id, event_id, kind, name, organisation, added_at)
      select '{n}', id::uuid, '{n}', 'guest', 'x', 'x', now() from unnest(array['{n}', '{bare}']) as id;
    insert into participant_contact (network_id, participant_id) values ('{n}', '{n}');
    insert into participant_need (network_id, participant_id, said_at) values ('{n}', '{n}', now());
    insert into participant_key (network_id, digest, participant_id, made_at) values ('{n}', 'x', '{n}', now());
    insert into participant_letter (network_id, participant_id, occasion, sent_at) values ('{n}', '{n}', 'invitation', now());
    insert into seat_plan (network_id, event_id, version, rounds, made, saved_at) values ('{n}', '{n}', 1, '[]', '{}', now());
    insert into event (network_id, id, title, theme, place, on_day, opens_at, ends_at, seats, answer_by, added_at)
      values ('{n}', '{bare}', 'x', 'x', 'x', '2026-12-07', '09:00', '12:00', 60, '2026-12-01', now());
    insert into table_note (network_id, event_id, id, table_id, round, begun_at) values ('{n}', '{n}', '{n}', '1', 0, now());
    insert into table_note (network_id, event_id, id, table_id, round, begun_at) values ('{n}', '{n}', '{bare}', '1', 0, now());
    insert into note_text (network_id, note_id, id, turn, voice, text, written_at, received_at)
      values ('{n}', '{n}', '{n}', 1, 'company', 'x', now(), now());
    insert into commitment (network_id, id, event_id, table_id, promiser_id, promiser_kind, municipality, what, by_day, is_public, noted_at)
      values ('{n}', '{n}', '{n}', '1', '{n}', 'leadership', '1440', 'x', '2027-01-07', true, now());
    insert into commitment (network_id, id, event_id, table_id, promiser_id, promiser_kind, municipality, what, by_day, is_public, noted_at)
      values ('{n}', '{bare}', '{n}', '1', '{n}', 'leadership', '1440', 'x', '2027-01-07', true, now());
    insert into commitment_act (network_id, commitment_id, number, did, side, at) values ('{n}', '{n}', 1, 'noted', 'host', now());
    insert into commitment_letter (network_id, commitment_id, reader_id, rung, by_day, sent_at) values ('{n}', '{n}', '{n}', 'ask', '2027-01-07', now());
    insert into next_theme (network_id, id, event_id, table_id, text, at) values ('{n}', '{n}', '{n}', '1', 'x', now());
    insert into event_summary (network_id, event_id, version, saved_at) values ('{n}', '{n}', 1, now());
    insert into event_point (network_id, event_id, id, position, text) values ('{n}', '{n}', '{n}', 0, 'x');
    insert into event_return (network_id, event_id, days, content, made_at) values ('{n}', '{n}', 30, '{}', now());
    insert into event_letter (network_id, event_id, reader_id, what, sent_at) values ('{n}', '{n}', '{n}', 'countdown', now());
    insert into seat_rule (network_id, event_id, key, demand, added_at) values ('{n}', '{n}', 'x', '{}', now());
    insert into seat_run (network_id, event_id, based_on, seed, milliseconds, asked_at, asked_by)
      select '{n}', '{n}', 0, 1, 1000, now(), id from person limit 1;
    insert into attendance (network_id, event_id, participant_id, state, at) values ('{n}', '{n}', '{n}', 'here', now());
    insert into round_call (network_id, event_id, round, did, at, said_at) values ('{n}', '{n}', 0, 'began', now(), now());
    insert into matter (network_id, id, year, number, topic_id, place_kind, sender_kind, way, locale, received_at, first_word_by, plan_by)
      select '{n}', id::uuid, 2026, n, 'it', 'unsure', 'company', 'page', 'sv', now(), '2026-12-01', '2026-12-07'
      from (values ('{n}', 1), ('{bare}', 2)) as two (id, n);
    insert into matter_text (network_id, matter_id, subject) values ('{n}', '{n}', 'x');
    insert into note_matter (network_id, note_id, matter_id, at) values ('{n}', '{n}', '{n}', now());
    insert into matter_sender (network_id, matter_id, name_for) values ('{n}', '{n}', 'answerer');
    insert into matter_part (network_id, matter_id, municipality, role, because, added_at)
      select '{n}', id::uuid, '1440', 'lead', '{"by":"rule"}', now() from unnest(array['{n}', '{bare}']) as id;
    insert into matter_entry (network_id, matter_id, side, kind, municipality, text, way, state, written_at)
      values ('{n}', '{n}', 'town-hall', 'message', '1440', 'x', 'page', 'draft', now());
    insert into matter_note (network_id, matter_id, municipality, audience, text, written_at, written_by) values ('{n}', '{n}', '1440', 'own', 'x', now(), '{p}');
    insert into matter_file (network_id, matter_id, entry_id, name, media_type, bytes, sha256, scan, added_at) values ('{n}', '{n}', 1, 'x', 'x', '', repeat('0', 64), 'none', now());
    insert into matter_access (network_id, matter_id, person_id, did, at) values ('{n}', '{n}', '{p}', 'read', now());
    insert into matter_move (network_id, matter_id, did, municipality, reason, at, by) values ('{n}', '{n}', 'takes', '1440', 'x', now(), '{p}');
    insert into matter_key (network_id, digest, matter_id, made_at) values ('{n}', 'x', '{n}', now());
    insert into matter_draft (network_id, id, digest, written, begun_at, changed_at) values ('{n}', '{n}', 'x', '{}', now(), now());
    insert into matter_draft_file (network_id, draft_id, name, media_type, bytes, sha256, added_at) values ('{n}', '{n}', 'x', 'x', '', repeat('0', 64), now());
    insert into matter_count (network_id, year, last) values ('{n}', 2026, 2);
    insert into answer_template (network_id, municipality, name, text, edited_at) values ('{n}', '1440', 'x', 'x', now());
    insert into service_rating (network_id, matter_id, municipality, answered_at) values ('{n}', '{n}', '1440', now());
    insert into matter_term (network_id, matter_id, terms, weights) values ('{n}', '{n}', '{x}', '{1}');
    insert into pattern (network_id, id, topic_id, state, proposed_at, decided_at)
      values ('{n}', '{n}', 'it', 'confirmed', now(), now()), ('{n}', '{bare}', 'it', 'proposed', now(), null);
    insert into pattern_word (network_id, pattern_id) values ('{n}', '{n}');
    insert into pattern_matter (network_id, pattern_id, matter_id, added_at) values ('{n}', '{n}', '{n}', now());
    insert into pattern_voice (network_id, pattern_id, text, written_at) values ('{n}', '{n}', 'x', now());
    insert into pattern_raised (network_id, pattern_id, kind, raised_at) values ('{n}', '{n}', 'note', now());
    insert into pattern_sentence (network_id, pattern_id, text, published_at) values ('{n}', '{n}', 'x', now());
    insert into theme (network_id, title, question, made_at) values ('{n}', 'x', 'x', now());
    insert into company_register (network_id, source, as_of, counts, entered_at) values ('{n}', 'x', '2026-01-01', '[]', now());
    insert into news_reader (network_id, person_id, locale, since) values ('{n}', '{p}', 'sv', now());
    insert into programme (network_id, name, vision, is_proposal, proposal_note) values ('{n}', ${text}, ${text}, true, ${text});
    update goal set version = version + 1, valid_from = now() where network_id = '{n}';
    insert into adoption (network_id, municipality, version, entered_at) values ('{n}', '1440', 1, now());
    insert into adoption_file (network_id, municipality, name, kind, bytes, added_at) values ('{n}', '1440', 'x', 'pdf', 'x', now());
    insert into adoption_revision (network_id, municipality, version, revision, name, written_at) values ('{n}', '1440', 1, 1, 'x', now());
    insert into adopted_tree (network_id, municipality, version, tree, made_at) values ('{n}', '1440', 1, 1, now());
    insert into adopted_node (network_id, municipality, version, tree, node, position, depth, text) values ('{n}', '1440', 1, 1, 1, 0, 0, 'x');
    insert into node_mapping (network_id, municipality, version, node, said, fit, said_at) values ('{n}', '1440', 1, 1, 1, 'none', now());
    insert into word (network_id, municipality, intervention_id, version, status, text, said_at) values ('{n}', '1440', 'it', 1, 'on-plan', 'x', now());
    insert into follow_up_round (network_id, id, name, questions, closes_on, opened_at, opened_by) select '{n}', id, ${text}, '[]', '2026-12-11', now(), '{p}' from unnest(array['it', 'unfrozen', 'frozen']) as id;
    insert into follow_up_draft (network_id, round_id, municipality, version, saved_at, saved_by) values ('{n}', 'it', '1440', 1, now(), '{p}');
    insert into follow_up_answer (network_id, round_id, municipality, number, answers, is_unchanged, answered_at, answered_by) select '{n}', 'it', '1440', n, '[]', false, now(), '{p}' from unnest(array[1, 2]) as n;
    insert into follow_up_verdict (network_id, round_id, municipality, number, verdict, note, given_at, given_by) values ('{n}', 'it', '1440', 1, 'confirmed', '', now(), '{p}');
    insert into follow_up_letter (network_id, round_id, person_id, occasion, at) values ('{n}', 'it', '{p}', 'opened', now());
    insert into follow_up_report (network_id, round_id, bytes, sha256, frozen_at, frozen_by) values ('{n}', 'frozen', '', repeat('0', 64), now(), '{p}');
    insert into activity (network_id, id, municipality, added_at) values ('{n}', 'it', '1440', now()), ('{n}', 'bare', '1440', now());
    insert into commitment_activity (network_id, commitment_id, activity_id, at, by) values ('{n}', '{n}', 'it', now(), '{p}');
    insert into activity_word (network_id, activity_id, version, intervention_id, title, aim, joined, status, said_at)
      values ('{n}', 'it', 1, 'it', 'x', 'x', '{1441}', 'on-plan', now()), ('{n}', 'bare', 1, 'it', 'x', 'x', '{}', 'on-plan', now());
    insert into activity_inside (network_id, activity_id, version, text) values ('{n}', 'it', 1, 'x');
    insert into activity_note (network_id, activity_id, version, text) values ('{n}', 'bare', 1, 'x');
    insert into milestone_reached (network_id, activity_id, milestone, version, reached_on, said_at) values ('{n}', 'it', 1, 1, '2026-01-01', now());
    insert into evidence (network_id, activity_id, title, address, added_at) values ('{n}', 'it', 'x', '/x', now());
    insert into handover (network_id, municipality, kind, thing, part, from_person, reason, handed_over_at, handed_over_by) values ('{n}', '1440', 'cell', 'it', 'owner', '{p}', 'x', now(), '{p}');
    insert into report_template (network_id, subject, version, name, bytes, sent_by, sent_at) values ('{n}', '1440', 1, 'x', '', '{p}', now());
    insert into import_plan (network_id, series_key, title, way, question, rhythm, made_by, made_at) values ('{n}', 'kolada:it', 'x', 'kolada', '{}', 'by-hand', '{p}', now());
    insert into import_run (network_id, id, way, asked_at, state) values ('{n}', '{n}', 'hand', now(), 'done');
    insert into raw_answer (network_id, run_id, number, address, body, came_at) values ('{n}', '{n}', 1, 'x', '', now());
    insert into uploaded_table (network_id, indicator_id, kind, name, bytes, by_person, at) values ('{n}', 'it', 'paste', 'x', '', '{p}', now());
    insert into entered_figure (network_id, indicator_id, municipality, gender, year, value, is_preliminary, taken_from, entered_by, entered_at) values ('{n}', 'second', '1440', 0, 2020, 1, false, 'x', '{p}', now());
    insert into audit_entry (network_id, at, did, subject_kind, subject_id) values ('{n}', now(), 'x', 'cell', 'x');
    insert into mail_message (network_id, recipient, subject, body, holds_secret, state, created_at) values ('{n}', 'a@example.org', 'x', 'x', false, 'failed', now());
    insert into mail_incoming (network_id, way, message_id, sha256, raw, came_at, state) values ('{n}', 'imap', 'x', repeat('0', 64), '', now(), 'unplaced');
    insert into closed_day (network_id, municipality, day, opens, said_at, said_by) values ('{n}', '1440', '2027-01-04', 'not', now(), '{p}');
    insert into absence (network_id, person_id, from_day, until_day, said_at, said_by) values ('{n}', '${people.get('officer') ?? ''}', '2027-01-04', '2027-01-05', now(), '{p}');
    insert into matter_warning (network_id, matter_id, due, due_on, step, person_id, at) values ('{n}', '{n}', 'plan', '2026-12-07', 'before', '{p}', now());
    insert into matter_reply (network_id, matter_id, message, at) values ('{n}', '{n}', 'x', now());
    insert into retention_rule (network_id, kind, municipality, months, decision, decided_on, said_at, said_by) values ('{n}', 'contacts', '1440', 0, 'x', '2026-01-01', now(), '{p}');
    insert into record_hold (network_id, matter_id, reason, placed_at, placed_by) values ('{n}', '{n}', 'x', now(), '{p}');
    insert into disposal (network_id, kind, municipality, rule_id, until, items, confirmed_at, confirmed_by) values ('{n}', 'contacts', '1440', 1, now(), '{}', now(), '{p}');
    insert into erasure_request (network_id, matter_id, asked_at, due_on) values ('{n}', '{n}', now(), '2026-12-24');
    insert into visit_correction (network_id, visit_id, text, corrected_at) values ('{n}', '{n}', 'x', now());`),
    )
    .execute(database.ownerDb)
})

async function plantFramework(id: string): Promise<void> {
  for (const table of ['source', 'indicator', 'goal', 'area', 'intervention']) {
    await sql.raw(filled(inserts[table] ?? '', id)).execute(database.ownerDb)
  }
}

let fresh = 0
function filled(statement: string, key?: string): string {
  fresh += 1
  return statement
    .replaceAll('{n}', ids.id)
    .replaceAll('{other}', ids.otherId)
    .replaceAll('{bare}', bareMatter)
    .replaceAll('{p}', target)
    .replaceAll('{partner}', people.get('partner') ?? '')
    .replaceAll('{k}', key ?? `try-${fresh}`)
}

class RollBack extends Error {}

/** How many rows a statement touched as that person, undone at once; zero when the database refused. */
async function touched(who: Who, statement: string): Promise<number> {
  let count = 0
  const personId = people.get(who) ?? null
  const networkId = who === 'stranger' ? ids.otherId : ids.id
  try {
    await inScope(database.db, { networkId, personId }, async (tx) => {
      const result = await sql.raw<Record<string, unknown>>(statement).execute(tx)
      count = Number(result.numAffectedRows ?? result.rows.length)
      throw new RollBack()
    })
  } catch (error) {
    if (error instanceof RollBack) return count
    const { code } = error as { code?: string }
    // 42501: refused by privilege or by policy. Anything else is a fault of this test.
    if (code !== '42501') throw error
  }
  return 0
}

async function whoCan(statement: (who: Who) => string): Promise<Who[]> {
  const able: Who[] = []
  for (const who of everybody) if ((await touched(who, statement(who))) > 0) able.push(who)
  return able
}

test('every table is in the list', async () => {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(database.ownerDb)
  const listed = [...Object.keys(rights), ...outsideNetworks].toSorted()
  expect(rows.map(({ name }) => name)).toEqual(listed)
})

test('every table of a network is guarded by row-level security', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'public' and relkind = 'r' and not relrowsecurity order by 1`.execute(database.ownerDb)
  expect(rows.map(({ name }) => name)).toEqual(outsideNetworks.toSorted())
})

test('the program’s roles own nothing and bypass nothing', async () => {
  for (const db of [database.db, database.queueDb]) {
    const { rows } = await sql<{ super: boolean; bypass: boolean; owned: number }>`
      select rolsuper as super, rolbypassrls as bypass,
             (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
      from pg_roles where rolname = current_user`.execute(db)
    expect(rows).toEqual([{ super: false, bypass: false, owned: 0 }])
  }
})

describe.each(Object.entries(rights))('%s', (table, allowed) => {
  const inNetwork =
    table === 'network' ? `id = '{n}'` : table === 'person' ? `id = '{p}'` : `network_id = '{n}'`

  test('is seen by exactly those who may', async () => {
    expect(await whoCan(() => filled(`select 1 from ${table} where ${inNetwork} limit 1`))).toEqual(
      allowed.select,
    )
  })

  test('is added to by exactly those who may', async () => {
    expect(await whoCan(() => filled(inserts[table] ?? ''))).toEqual(allowed.insert)
  })

  test('is changed by exactly those who may', async () => {
    const plain = `update ${table} set network_id = network_id where network_id = '{n}'`
    expect(await whoCan(() => filled(updated[table] ?? plain))).toEqual(allowed.update)
  })

  test('is deleted from by exactly those who may', async () => {
    expect(await whoCan(() => filled(`delete from ${table}`))).toEqual(allowed.delete ?? nobody)
  })
})

/** Has the officer's figure planted anew, settled or not. */
async function plantEntered(settled: string): Promise<void> {
  await sql`delete from entered_figure where year = 2019`.execute(database.ownerDb)
  await sql
    .raw(
      filled(
        `insert into entered_figure (network_id, indicator_id, municipality, gender, year, value, is_preliminary, taken_from, entered_by, entered_at, settled_at, settled_by, verdict) values ('{n}', 'second', '1440', 0, 2019, 1, false, 'x', '${people.get('officer') ?? ''}', now(), ${settled})`,
      ),
    )
    .execute(database.ownerDb)
}

async function settledBy(verdict: string): Promise<Who[]> {
  return whoCan(() =>
    filled(`${updated['entered_figure'] ?? ''} and year = 2019`.replace('confirmed', verdict)),
  )
}

describe('a figure that was entered', () => {
  test('is settled by colleagues, and taken back only by the one who entered it', async () => {
    await plantEntered('null, null, null')
    expect(await settledBy('confirmed')).toEqual(['leader', 'coordinator'])
    expect(await settledBy('sent-back')).toEqual(['leader', 'coordinator'])
    expect(await settledBy('taken-back')).toEqual(officer)
  })

  test('stays as it was settled', async () => {
    await plantEntered(`now(), '${people.get('leader') ?? ''}', 'sent-back'`)
    for (const verdict of ['confirmed', 'sent-back', 'taken-back'])
      expect(await settledBy(verdict)).toEqual(nobody)
  })
})

/** A statement about a round, asked of the one that is frozen. */
function ofFrozen(statement: string): string {
  return filled(statement.replace("'it'", "'frozen'").replace("'unfrozen'", "'frozen'"))
}

describe('a frozen round', () => {
  test.each(['follow_up_draft', 'follow_up_answer'])('takes no %s', async (table) => {
    expect(await whoCan(() => ofFrozen(inserts[table] ?? ''))).toEqual(nobody)
  })

  test('keeps its last day', async () => {
    expect(await whoCan(() => ofFrozen(updated['follow_up_round'] ?? ''))).toEqual(nobody)
  })
})

test('without a network nothing of any network is seen', async () => {
  const seen = await inScope(database.db, { networkId: null, personId: null }, async (tx) =>
    tx.selectFrom('word').select('status').execute(),
  )
  expect(seen).toEqual([])
})

import type { KindId } from '../src/modules/records/kinds.ts'

/** Columns of a table, a word each. */
type Columns = Readonly<Record<string, string>>

/** What goes by a decision: each of these columns is emptied, or its row deleted, by the kind's own function in the database. */
export const disposedOf: Readonly<Partial<Record<KindId, Columns>>> = {
  'matter-answered': {
    matter_text: 'subject locality outcome_law secrecy',
    matter_entry: 'text steps',
    matter_note: 'text municipality',
    matter_term: 'terms weights',
    matter_sender: 'contact_name email phone',
    matter_key: 'digest',
    matter_reply: 'message',
    matter_move: 'reason',
    matter_part: 'because left_because',
    matter_file: 'name media_type bytes',
    mail_incoming: 'from_address message_id raw subject text',
    mail_message: 'recipient subject body sealed',
  },
  'matter-access': { matter_access: 'municipality' },
  'visit-words': {
    visit_word: 'said went',
    visit_correction: 'text',
    visit_inside: 'text',
    promise: 'text because',
  },
  'visit-drafts': { visit_draft: 'typed' },
  contacts: { company_contact: 'name title email phone' },
  'ask-words': { ask_text: 'texts', ask_recipient: 'email digest' },
  'event-people': {
    participant: 'name title organisation',
    participant_contact: 'email phone',
    participant_need: 'food other',
    participant_key: 'digest',
    commitment: 'shown_name shown_receiver',
    seat_rule: 'owner reason',
    seat_plan: 'made',
    audit_entry: 'before after',
  },
  'event-notes': { note_text: 'text', next_theme: 'text table_id' },
  'event-words': {
    commitment: 'what because',
    commitment_act: 'text',
    event_summary: 'intro',
    event_point: 'text fate_text notes',
    event_return: 'content',
  },
  'skill-needs': { skill_need: 'company_name concept words field email places digest' },
  'skill-pools': {
    pool_place: 'company_name email municipality days digest',
    pool_offer: 'provider email words price digest',
  },
  'pattern-voices': { pattern_voice: 'text', pattern_word: 'terms because' },
}

/** What a person may have erased at once, or what forgets itself: by which function in the database, or which job. */
export const forgotten: Readonly<Record<string, Columns>> = {
  erase_trader: { company: 'name sole_trader_digest' },
  erase_follower: { support_follower: 'email answers told digest' },
  // Drafts of matters are deleted thirty days after they were last changed; they have reached nobody.
  'job matters.forget-drafts': {
    matter_draft: 'written digest',
    matter_draft_file: 'name media_type bytes',
  },
  // Counted by the day and swept.
  'job rate limits': { rate_limit: 'key' },
}

/** What is not disposed of here, and why. */
export const kept: Readonly<Record<string, Columns>> = {
  'People who work here, and who did what: ended on the page of people, preserved for whoever tries a decision':
    {
      person: 'name email',
      audit_entry: 'did subject_kind subject_id',
      handover: 'thing reason',
    },
  'The municipalities’ and the network’s own words about the programme, its follow-up and its figures: public, and preserved':
    {
      programme: 'name vision proposal_note',
      goal: 'name text',
      area: 'name strategy',
      intervention: 'name text indicator_ids',
      status: 'name text',
      framework_past: 'id said',
      word: 'text milestone',
      activity_word: 'title aim body joined milestones',
      activity_note: 'text',
      activity_inside: 'text reason paid_by',
      evidence: 'title',
      adopted_tree: 'levels',
      adopted_node: 'mark text',
      adoption_file: 'name bytes',
      adoption_revision: 'name aim note period paragraph case_number decided_by follow_up link sources',
      node_mapping: 'comment',
      follow_up_round: 'name questions',
      follow_up_draft: 'typed',
      follow_up_answer: 'answers',
      follow_up_verdict: 'note',
      follow_up_report: 'bytes',
      target: 'decided_by url',
      entered_figure: 'note reason taken_from',
      report_template: 'name subject bytes',
      theme: 'title question',
    },
  'What the network asks, offers or says to many, with no word of a company in it': {
    ask: 'title why questions criteria',
    event: 'title theme welcome place cancelled_because',
    event_criterion: 'text',
    event_item: 'text',
    event_question: 'text',
    skill_pool: 'title words field outcome',
    pattern_word: 'title obstacle asked came_of',
    pattern_sentence: 'text',
    answer_template: 'name text',
    support_version: 'content note',
  },
  'Which of what is offered, by name or number': {
    ask_answer: 'choices',
    matter: 'answers places readers',
    event_link: 'ref',
    event_table: 'closed',
    table_note: 'table_id',
    commitment: 'table_id',
    pattern_raised: 'intervention_id',
    seat_plan: 'rounds',
    seat_rule: 'demand',
    seat_run: 'best faults',
    demand_batch: 'told',
  },
  'Of a no that must be remembered, or of what was counted once, without an address or a name': {
    ask_stop: 'address',
    demand_member: 'unit',
  },
  'The law’s own bookkeeping: numbers, decisions and reasons without personal data, as its fields ask': {
    retention_rule: 'decision',
    disposal: 'kind items numbers',
    record_hold: 'reason',
    erasure_request: 'because',
    mail_incoming: 'reason',
    mail_message: 'reason',
  },
  'How the network is set up': {
    network: 'name about contact hosts',
    municipality: 'code name county boundary',
    organisation: 'name',
    desk: 'name',
    routing_table: 'rules why',
    topic: 'name hint questions',
    closed_day: 'name',
  },
  'Published figures, sources and courses': {
    source: 'id title publisher licence licence_url note retrieved_on url vintage',
    series: 'title',
    retrieval: 'retrieved_on',
    figure: 'place note',
    cube: 'cells notes places preliminary retrieval_of retrievals',
    standing: 'packed place',
    indicator: 'name definition method breaks region_rule how_to_retrieve series area_id',
    import_plan: 'title question series_key',
    import_run: 'cursor progress report',
    raw_answer: 'address question body',
    uploaded_table: 'name bytes choices',
    company_register: 'source counts',
    matter_release: 'figures',
    course: 'title provider concepts language link municipality origin place price source_id',
  },
}

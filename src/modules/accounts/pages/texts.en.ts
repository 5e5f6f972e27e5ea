import type { Texts } from './texts.ts'

/** Every English sentence of the module. */
export const en: Texts = {
  roles: {
    partner: 'Partner',
    officer: 'Business officer',
    leader: 'Municipal leadership',
    coordinator: 'Coordinator',
    operator: 'Operator',
  },
  roleIn: (role, municipality) => `${role}, ${municipality}`,

  errors: {
    title: 'Put this right first',
    'email-missing': 'Write your e-mail address.',
    'email-invalid': 'That does not look like an e-mail address. It should resemble name@municipality.se.',
    'name-missing': 'Write the person’s name or position.',
    'name-too-long': 'The name can be at most 120 characters.',
    'role-missing': 'Choose a role.',
    'municipality-missing': 'The role is held for one municipality. Choose which.',
    'municipality-unknown': 'The municipality is not in the network. Choose one from the list.',
    'role-held-already': 'The person holds that role already.',
    'not-allowed': 'Only the coordinator may do that.',
    'not-a-member': 'The person is not in the network.',
    'not-held': 'The role has been taken back already.',
    'last-coordinator':
      'The network must have at least one coordinator. Give the role to somebody else first.',
    'too-many-tries':
      'Many links have been asked for in a short time. Wait a quarter of an hour and try again.',
    unknown: 'The field is not filled in correctly.',
  },

  signIn: {
    title: 'Sign in',
    lead: 'We send a link to your e-mail. It works for 15 minutes and can be used once. You need no password.',
    email: 'E-mail address',
    send: 'Send link',
    sentTitle: 'Look in your e-mail',
    sent: 'If the address belongs to somebody in the network, a letter with a link will arrive within a minute or so.',
    notArrived:
      'No letter? Look among the junk mail. Otherwise the address may not be invited: ask the coordinator.',
    showMailbox: 'Show local letters',
    again: 'Send to another address',
    who: 'Signing in is for those who work in the network. All that is public can be read without it.',
  },
  link: {
    title: 'Sign in',
    lead: 'Press the button to be signed in on this device for 14 days.',
    go: 'Sign in now',
    failedTitle: 'The link no longer works',
    failed: 'It is older than 15 minutes, or has been used. Ask for a new one.',
    again: 'Ask for a new link',
  },

  people: {
    title: 'People and roles',
    lead: 'Those who work in the network and what they may do. Only the coordinator sees this page.',
    invite: 'Invite a person',
    name: 'Name',
    email: 'E-mail',
    roles: 'Roles',
    noRole: 'No role now',
    invited: 'The invitation has been sent.',
    empty: 'No people yet.',
  },
  invite: {
    title: 'Invite a person',
    lead: 'The person gets a letter with a link to sign in with.',
    name: 'Name or position',
    nameHint: 'As it should stand for others in the network.',
    role: 'Role',
    chooseRole: 'Choose a role',
    municipality: 'Municipality',
    municipalityHint: 'Needed for business officer and municipal leadership.',
    noMunicipality: 'The whole network',
    organisation: 'Organisation',
    organisationHint: 'For partners: whose supports the person keeps right. One that is not there is added.',
    send: 'Send invitation',
  },
  person: {
    held: 'Roles now',
    since: (day) => `since ${day}`,
    take: 'Take back',
    give: 'Give one more role',
    giveButton: 'Give the role',
    saved: 'The change is saved and stands in the event log.',
    none: 'The person holds no role now and cannot sign in.',
  },

  letters: {
    signIn: (link) => ({
      subject: 'Your link to sign in to Samsyn',
      body: `Hello,\n\nOpen the link to sign in:\n${link}\n\nIt works for 15 minutes and can be used once. If you did not ask for it, leave this letter be.\n`,
    }),
    invitation: (link) => ({
      subject: 'You are invited to Samsyn',
      body: `Hello,\n\nYou have been given a role in the network. Open the link to sign in for the first time:\n${link}\n\nThe link works for 15 minutes. If it is too old, go to the sign-in page and ask for a new one with this e-mail address.\n`,
    }),
  },
}

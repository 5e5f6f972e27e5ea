import type { Municipality } from '#modules/region'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import { dayOf, formatDay } from '#platform/values/dates.ts'
import type { Locale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Breadcrumbs } from '#ui/breadcrumbs.tsx'
import { Button, LinkButton } from '#ui/button.tsx'
import { ErrorSummary, errorsInWords, Form, FormActions, Hidden, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { Table } from '#ui/table.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Member, Organisation } from '../store.ts'
import { grantInWords, RoleFields } from './role-fields.tsx'
import { errorText, textsIn } from './texts.ts'

interface Common {
  readonly locale: Locale
  readonly municipalities: readonly Municipality[]
  readonly organisations: readonly Organisation[]
}

interface Filled {
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** All who hold or have held a role, for the coordinator. */
export function PeoplePage(
  props: Common & { readonly members: readonly Member[]; readonly invited: boolean },
) {
  const { locale, municipalities, organisations, members, invited } = props
  const texts = textsIn(locale)
  return (
    <Page>
      {invited && <Notice tone="success" title={texts.people.invited} live />}
      <PageTitle
        title={texts.people.title}
        lead={texts.people.lead}
        actions={<LinkButton href={addressOf('invite', locale)}>{texts.people.invite}</LinkButton>}
      />
      <Table
        caption={texts.people.title}
        captionHidden
        rows={members}
        rowKey={(member) => member.id}
        empty={texts.people.empty}
        columns={[
          {
            label: texts.people.name,
            rowHeader: true,
            cell: (member) => <a href={addressOf('person', locale, { person: member.id })}>{member.name}</a>,
          },
          { label: texts.people.email, cell: (member) => member.email },
          {
            label: texts.people.roles,
            cell: (member) =>
              member.grants
                .map((grant) => grantInWords(grant, municipalities, organisations, texts))
                .join('; ') || texts.people.noRole,
          },
        ]}
      />
    </Page>
  )
}

/** The form that invites a person. */
export function InvitePage({ locale, municipalities, organisations, typed, errors }: Common & Filled) {
  const texts = textsIn(locale)
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  const messageFor = (field: string) => messages.find((error) => error.field === field)?.message
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={texts.people.title}
        items={[
          { label: texts.people.title, href: addressOf('people', locale) },
          { label: texts.invite.title, href: addressOf('invite', locale) },
        ]}
      />
      <ErrorSummary title={texts.errors.title} errors={messages} />
      <PageTitle title={texts.invite.title} lead={texts.invite.lead} />
      <Form action={addressOf('invite', locale)}>
        <TextField
          name="name"
          label={texts.invite.name}
          hint={texts.invite.nameHint}
          autocomplete="off"
          value={typed['name']}
          error={messageFor('name')}
        />
        <TextField
          name="email"
          type="email"
          label={texts.people.email}
          autocomplete="off"
          spellcheck={false}
          value={typed['email']}
          error={messageFor('email')}
        />
        <RoleFields {...{ locale, municipalities, organisations, typed, errors }} />
        <FormActions>
          <Submit>{texts.invite.send}</Submit>
        </FormActions>
      </Form>
    </Page>
  )
}

/** One person's roles: take one back, give one more. */
export function PersonPage(props: Common & Filled & { readonly member: Member; readonly saved: boolean }) {
  const { locale, municipalities, organisations, member, typed, errors, saved } = props
  const texts = textsIn(locale)
  const action = addressOf('person', locale, { person: member.id })
  const messages = errorsInWords(errors, (name) => errorText(texts, name))
  return (
    <Page width="narrow">
      <Breadcrumbs
        label={texts.people.title}
        items={[
          { label: texts.people.title, href: addressOf('people', locale) },
          { label: member.name, href: action },
        ]}
      />
      <ErrorSummary title={texts.errors.title} errors={messages} />
      {saved && <Notice tone="success" title={texts.person.saved} live />}
      <PageTitle title={member.name} lead={member.email} />
      <Section title={texts.person.held} id="held">
        {member.grants.length === 0 && <p>{texts.person.none}</p>}
        <ul class="plain-list">
          {member.grants.map((grant) => (
            <li key={grant.id} class="row">
              <span>
                {grantInWords(grant, municipalities, organisations, texts)},{' '}
                {texts.person.since(formatDay(dayOf(grant.grantedAt), locale))}
              </span>
              <form method="post" action={action}>
                <Hidden name="take" value={grant.id} />
                <Button variant="secondary" tone="danger">
                  {texts.person.take}
                  <span class="ds-sr-only">
                    : {grantInWords(grant, municipalities, organisations, texts)}
                  </span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={texts.person.give} id="give">
        <Form action={action}>
          <RoleFields {...{ locale, municipalities, organisations, typed, errors }} />
          <FormActions>
            <Submit>{texts.person.giveButton}</Submit>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}

import type { ComponentChildren } from 'preact'
import { formatDay } from '#platform/values/dates.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { CheckboxField, RadioGroup } from '#ui/choice-field.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Hidden } from '#ui/form.tsx'
import { Section } from '#ui/heading.tsx'
import { TextArea } from '#ui/text-field.tsx'
import { FileField } from './file-field.tsx'
import { ContactFields } from './step-fields.tsx'
import { textsIn } from './texts.ts'
import type { Deed, ThreadShown } from './thread-page.tsx'

type FormProps = ThreadShown & { readonly inWords: (name: string) => string }

/** A field's name, what was typed in it and what is wrong with it, as the thread's forms know it. */
function sharedBy({ typed, errors, inWords }: FormProps) {
  return (name: string) => ({
    name,
    value: typed[name],
    error: errors[name] === undefined ? undefined : inWords(errors[name]),
  })
}

interface DeedFormProps {
  readonly shown: FormProps
  readonly deed: Deed
  readonly hasFiles?: boolean
  readonly submit: string
  readonly children: ComponentChildren
}

/** A form that does one of the things which can be done on a thread. */
function DeedForm({ shown, deed, hasFiles = false, submit, children }: DeedFormProps) {
  return (
    <form
      class="form"
      method="post"
      action={addressOf('thread', shown.locale, { key: shown.threadKey })}
      encType={hasFiles ? 'multipart/form-data' : undefined}
      noValidate
      data-guard=""
    >
      <Hidden name="do" value={deed} />
      {children}
      <div>
        <Button variant={['contact', 'withdraw', 'erase'].includes(deed) ? 'secondary' : 'primary'}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** The company adds something, or answers. */
export function AddForm(shown: FormProps) {
  const all = textsIn(shown.locale)
  const { thread } = all
  const shared = sharedBy(shown)
  return (
    <Section id="svara" title={thread.add} lead={thread.addText}>
      <DeedForm shown={shown} deed="say" hasFiles submit={thread.send}>
        <TextArea {...shared('message')} label={thread.message} rows={6} />
        <FileField texts={all} error={shared('files').error} />
      </DeedForm>
    </Section>
  )
}

/** The company says whether it was solved, and may reopen. */
export function ClosedForms(shown: FormProps) {
  const { thread, steps } = textsIn(shown.locale)
  const shared = sharedBy(shown)
  const { matter } = shown
  return (
    <>
      {matter.outcome !== 'withdrawn' && (
        <Section id="svara" title={thread.verdict.title} lead={thread.verdict.lead}>
          <DeedForm shown={shown} deed="verdict" submit={thread.verdict.send}>
            <RadioGroup
              {...shared('verdict')}
              value={shown.typed['verdict'] ?? matter.verdict ?? undefined}
              label={thread.verdict.label}
              options={(['solved', 'partly', 'not'] as const).map((value) => ({
                value,
                label: thread.verdict.choices[value],
              }))}
            />
            <TextArea
              {...shared('verdictText')}
              label={thread.verdict.text}
              optional={steps.optional}
              rows={3}
            />
          </DeedForm>
        </Section>
      )}
      <Section id="oppna" title={thread.reopen.title} lead={thread.reopen.lead}>
        <DeedForm shown={shown} deed="reopen" submit={thread.reopen.send}>
          <TextArea {...shared('why')} label={thread.reopen.why} rows={4} />
        </DeedForm>
      </Section>
    </>
  )
}

/** How the company is reached, and who may know its name. */
export function ContactForm(shown: FormProps) {
  const texts = textsIn(shown.locale)
  const { contact } = texts.thread
  const isRefused = shown.typed['do'] === 'contact'
  const { name, email, phone, nameFor } = shown.contact
  const known = isRefused ? shown.typed : { name, email, phone }
  const isHidden = isRefused ? 'hidden' in shown.typed : nameFor === 'answerer'
  return (
    <Disclosure summary={contact.title} open={isRefused}>
      <p>{contact.lead}</p>
      <DeedForm shown={shown} deed="contact" submit={contact.send}>
        <ContactFields shared={sharedBy({ ...shown, typed: known })} texts={texts} isHidden={isHidden} />
      </DeedForm>
    </Disclosure>
  )
}

/** The company takes its matter back. */
export function WithdrawForm(shown: FormProps) {
  const { thread, steps } = textsIn(shown.locale)
  const { withdraw } = thread
  const shared = sharedBy(shown)
  const { error } = shared('sure')
  return (
    <Disclosure summary={withdraw.title} open={shown.typed['do'] === 'withdraw'}>
      <p>{withdraw.lead}</p>
      <DeedForm shown={shown} deed="withdraw" submit={withdraw.send}>
        <TextArea {...shared('withdrawText')} label={withdraw.why} optional={steps.optional} rows={3} />
        <CheckboxField name="sure" label={withdraw.sure} {...(error ? { error } : {})} />
      </DeedForm>
    </Disclosure>
  )
}

/** The company asks to have its details erased, and sees what came of it. */
export function EraseForm(shown: FormProps) {
  const { locale, erasure } = shown
  const { erase } = textsIn(locale).thread
  const isWaiting = erasure?.outcome === null
  return (
    <Disclosure summary={erase.title}>
      {erasure && (
        <p>
          {erasure.outcome === null ? erase.asked(formatDay(erasure.dueOn, locale)) : erase[erasure.outcome]}
        </p>
      )}
      {!isWaiting && erasure?.outcome !== 'erased' && (
        <>
          <p>{erase.lead}</p>
          <DeedForm shown={shown} deed="erase" submit={erase.send}>
            {null}
          </DeedForm>
        </>
      )}
    </Disclosure>
  )
}

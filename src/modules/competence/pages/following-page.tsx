import type { Facts } from '#modules/rules'
import { inLocale } from '#platform/values/locale.ts'
import { addressOf } from '#ui/addresses.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup, SelectField } from '#ui/choice-field.tsx'
import { DescriptionList } from '#ui/description-list.tsx'
import { ErrorSummary, Form, FormActions, Submit } from '#ui/form.tsx'
import { Page, PageTitle, Section } from '#ui/heading.tsx'
import { Notice } from '#ui/notice.tsx'
import { cameOfField, cameOfs, stuckField, stucks } from '../core/outcome.ts'
import type { Listed } from '../finder/support.ts'
import type { Follower } from '../follower-store.ts'
import { lettersIn, questionIn, textsIn } from './texts.ts'
import { answerInWords, type Reader } from './words.ts'

interface FollowingPageProps {
  readonly follower: Follower
  readonly followerKey: string
  readonly facts: Facts
  readonly reader: Reader
}

/** Where an address says that it wants to be told, and where it stops. Buttons do it: mail programs open links by themselves. */
export function FollowingPage({ follower, followerKey, facts, reader }: FollowingPageProps) {
  const { locale } = reader
  const { page: texts } = lettersIn(locale)
  const action = addressOf('following', locale, { key: followerKey })
  const isOn = follower.confirmedAt !== null
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} {...(isOn ? {} : { lead: texts.confirmLead })} />
      {isOn ? (
        <Notice tone="success" live>
          <p>{texts.on}</p>
        </Notice>
      ) : (
        <Form action={action} guard={false}>
          <FormActions>
            <Button name="do" value="confirm">
              {texts.confirm}
            </Button>
          </FormActions>
        </Form>
      )}
      <Section id="svar" title={texts.yours}>
        <DescriptionList
          items={Object.entries(follower.answers).map(([fact, known]) => ({
            term: questionIn(locale, fact).short,
            details: answerInWords(fact, known, facts, reader),
          }))}
        />
      </Section>
      <Section id="sluta" title={texts.stopTitle} lead={texts.stopLead}>
        <Form action={action} guard={false}>
          <FormActions>
            <Button variant="secondary" tone="danger" name="do" value="stop">
              {texts.stop}
            </Button>
          </FormActions>
        </Form>
      </Section>
    </Page>
  )
}

/** What is left of a follower: nothing. */
export function StoppedPage({ locale }: Pick<Reader, 'locale'>) {
  const { page: texts } = lettersIn(locale)
  return (
    <Page width="narrow">
      <PageTitle title={texts.title} lead={texts.stopped} />
    </Page>
  )
}

interface OutcomePageProps {
  readonly supports: readonly Listed[]
  readonly followerKey: string
  readonly typed: Readonly<Record<string, string>>
  readonly say: 'thanks' | 'already' | 'nothing' | null
  readonly locale: Reader['locale']
}

/** Where a follower says what came of it. */
export function OutcomePage({ supports, followerKey, typed, say, locale }: OutcomePageProps) {
  const { outcome: texts } = lettersIn(locale)
  const [first] = supports
  const isOver = say === 'thanks' || say === 'already'
  return (
    <Page width="narrow">
      {say === 'nothing' && first && (
        <ErrorSummary
          title={textsIn(locale).errors.title}
          errors={[{ field: cameOfField(first.id), message: texts.nothing }]}
        />
      )}
      <PageTitle title={texts.title} lead={isOver ? texts[say] : texts.lead} />
      {!isOver && (
        <Form action={addressOf('supportFeedback', locale, { key: followerKey })} guard={false}>
          {supports.map(({ id, content }) => (
            <div key={id} class="form">
              <RadioGroup
                name={cameOfField(id)}
                label={inLocale(content.name, locale)}
                value={typed[cameOfField(id)]}
                options={cameOfs.map((value) => ({ value, label: texts.cameOf[value] }))}
              />
              <SelectField
                name={stuckField(id)}
                label={texts.stuck}
                empty={texts.choose}
                value={typed[stuckField(id)]}
                options={stucks.map((value) => ({ value, label: texts.stuckAt[value] }))}
              />
            </div>
          ))}
          <FormActions>
            <Submit>{texts.send}</Submit>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}

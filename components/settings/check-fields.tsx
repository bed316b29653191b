import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { AKISMET, HOLDS, LEARNER } from './comment-modes'
import type { SettingsFieldsProps } from './given-field'
import { NUMBER_FIELD } from './number-field'

const SWITCHES = ['shorteners', 'domainRecord', 'imitation', 'disposableMail', 'newAuthor', 'script'] as const

/** What the checks look at. A select takes a new default only when it is made anew: hence the keys. */
export function CheckFields({ given }: SettingsFieldsProps) {
  const [akismet, learner] = [given('akismet'), given('learner')]
  return (
    <div className="grid gap-8">
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-3 text-h3 font-bold">What holds a comment</legend>
        {SWITCHES.map((name) => {
          const field = given(name)
          return <Select {...field} key={`${name} ${field.defaultValue}`} options={HOLDS} />
        })}
        <Field
          {...given('speed')}
          {...NUMBER_FIELD}
          max={100}
          hint="After so many of one person the next one waits. 0: not looked at."
        />
        <Field
          {...given('rejectionRate')}
          {...NUMBER_FIELD}
          max={100}
          hint="From this share on, of at least three. 0: not looked at."
        />
        <Field
          {...given('timeTrap')}
          {...NUMBER_FIELD}
          max={60}
          hint="What was sent faster waits. 0: not looked at."
        />
        <Select {...learner} key={`learner ${learner.defaultValue}`} options={LEARNER} />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-h3 font-bold">Asked elsewhere</legend>
        <Field
          {...given('hook')}
          type="url"
          spellCheck={false}
          placeholder="https://"
          hint="Every new text is sent there, signed, and may be held or called spam. While it does not answer, comments wait. Say so in your privacy notes."
        />
        <Select
          {...akismet}
          key={`akismet ${akismet.defaultValue}`}
          options={AKISMET}
          hint="A service of Automattic: it is sent the text, the name and the mail address of every comment. Never switched on by itself; say so in your privacy notes."
        />
        <Field {...given('akismetKey')} spellCheck={false} autoComplete="off" className="max-w-64" />
      </fieldset>
    </div>
  )
}

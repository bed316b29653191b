import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { COMMENT_MODES, SNIPPET_CHOICES } from './comment-modes'
import type { SettingsFieldsProps } from './given-field'
import { NUMBER_FIELD } from './number-field'

/** The rules of the conversation. A select takes a new default only when it is made anew: hence the keys. */
export function CommentFields({ given }: SettingsFieldsProps) {
  const [mode, snippets] = [given('commentMode'), given('nosnippet')]
  return (
    <div className="grid gap-4">
      <Select {...mode} key={mode.defaultValue} options={COMMENT_MODES} />
      <TextArea
        {...given('guidelines')}
        rows={5}
        dir="auto"
        hint="What you ask of commenters, in Markdown, for the page /guidelines. Left empty, it says what we suggest; a page of the studio with the address “guidelines” takes its place. How comments are handled stands below it either way."
      />
      <Field
        {...given('trustAfter')}
        {...NUMBER_FIELD}
        min={1}
        max={100}
        hint="Counted for an account or a device, never for a typed name."
      />
      <Field
        {...given('editMinutes')}
        {...NUMBER_FIELD}
        max={1440}
        hint="How long authors may change an approved comment. An edit waits for a moderator again."
      />
      <Field
        {...given('closeAfterDays')}
        {...NUMBER_FIELD}
        max={3650}
        hint="After a piece is published. 0: never. A piece can have a day of its own."
      />
      <Field
        {...given('slowMinutes')}
        {...NUMBER_FIELD}
        max={1440}
        hint="Of one person under one piece, for conversations that run hot. 0: none."
      />
      <Field
        {...given('maxLinks')}
        {...NUMBER_FIELD}
        max={50}
        hint="A comment with more links waits for a moderator, and its author is asked first whether it is meant so."
      />
      <Select
        {...snippets}
        key={`nosnippet ${snippets.defaultValue}`}
        options={SNIPPET_CHOICES}
        hint="A wish that large search engines respect. Comments are found either way."
      />
    </div>
  )
}

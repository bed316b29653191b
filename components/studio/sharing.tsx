'use client'

import { useActionState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { Time } from '@/components/ui/time'
import type { ReviewView } from '@/lib/articles/article-notes'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { placeInText } from './place-in-text'

export interface SharingActions {
  readonly make: FormAction<{ path: string }>
  readonly revoke: FormAction<void>
  readonly note: FormAction<void>
  readonly settle: FormAction<void>
}

interface Props {
  readonly articleId: string
  /** `https://example.org` */
  readonly origin: string
  readonly review: ReviewView
  /** Words that somebody has just selected on the sheet. */
  readonly about: string
  readonly actions: SharingActions
}

const STATES = { open: 'opens until', expired: 'expired', revoked: 'revoked; made' } as const

function OneButton({
  action,
  fields,
  children,
}: {
  action: FormAction<void>
  fields: Readonly<Record<string, string>>
  children: string
}) {
  const [state, send] = useActionState(action, IDLE)
  return (
    <form action={send} className="inline">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind="quiet">{children}</Button>
      {state.kind === 'refused' ? <span className="text-red"> {state.error.message}</span> : null}
    </form>
  )
}

function Links({ articleId, origin, review: { links }, actions }: Props) {
  const [state, send] = useActionState(actions.make, IDLE)
  return (
    <section className="grid content-start gap-4">
      <h2 className="text-h3 font-bold">Preview links</h2>
      <p className="text-ink-2">
        For people without an account. Whoever holds a link reads the piece and may leave notes, for seven
        days.
      </p>
      {state.kind === 'done' ? (
        <Notice kind="success" title="The link is ready">
          <p>Copy it now: it is not shown again.</p>
          <p className="mt-1 font-mono break-all select-all" data-preview-link>
            {origin + state.value.path}
          </p>
        </Notice>
      ) : null}
      {state.kind === 'refused' ? (
        <Notice kind="error" title="No link was made">
          <p>{state.error.message}</p>
        </Notice>
      ) : null}
      <form action={send} className="grid gap-3">
        <input type="hidden" name="articleId" value={articleId} />
        <Field
          label="For whom"
          name="label"
          autoComplete="off"
          hint="For your own list; they do not see it."
        />
        <Select
          label="What it shows"
          name="revisionId"
          defaultValue=""
          options={[
            { value: '', label: 'The draft, as it changes' },
            { value: 'draft', label: 'The draft as it is now' },
          ]}
        />
        <Button className="justify-self-start">Make a link</Button>
      </form>
      <ul className="divide-y divide-rule border-y border-rule empty:hidden">
        {links.map(({ id, label, followsDraft, createdAt, expiresAt, state: is }) => (
          <li key={id} className="grid gap-0.5 py-2">
            <bdi className="font-semibold wrap-anywhere">{label || 'A link'}</bdi>
            <div className="flex flex-wrap items-baseline gap-x-3">
              <span className="text-ink-2">
                {followsDraft ? 'follows the draft' : 'one version'}, {STATES[is]}{' '}
                <Time at={is === 'revoked' ? createdAt : expiresAt} />
              </span>
              {is === 'open' ? (
                <OneButton action={actions.revoke} fields={{ articleId, linkId: id }}>
                  Revoke
                </OneButton>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ articleId, review: { notes }, about, actions }: Props) {
  const [state, send] = useActionState(actions.note, IDLE)
  const typed = state.kind === 'refused' ? state.values : {}
  return (
    <section className="grid content-start gap-4">
      <h2 className="text-h3 font-bold">Notes</h2>
      {notes.length === 0 ? <p className="text-ink-2">Nobody has said anything yet.</p> : null}
      <ol className="grid gap-4">
        {notes.map((note) => (
          <li key={note.id} className="grid gap-1 border-s-2 border-rule ps-3">
            <p className="text-caption text-ink-3">
              <bdi className="font-semibold text-ink">{note.author}</bdi>
              {note.byReviewer ? ', by a preview link' : ''} · <Time at={note.createdAt} />
              {note.settled ? ' · settled' : ''}
            </p>
            {note.quote ? (
              <blockquote
                dir="auto"
                className="bg-sheet px-2 py-1 whitespace-pre-wrap wrap-anywhere text-ink-2"
              >
                {note.quote}
              </blockquote>
            ) : null}
            <p dir="auto" className="whitespace-pre-wrap wrap-anywhere">
              {note.body}
            </p>
            <div className="flex flex-wrap gap-x-4">
              {note.quote ? <a href={placeInText(articleId, note.quote)}>Go to the passage</a> : null}
              {note.settled ? null : (
                <OneButton action={actions.settle} fields={{ articleId, noteId: note.id }}>
                  Settled
                </OneButton>
              )}
            </div>
          </li>
        ))}
      </ol>
      <form action={send} className="grid gap-3">
        {state.kind === 'refused' ? (
          <Notice kind="error" title="This was not kept">
            <p>{state.error.message}</p>
          </Notice>
        ) : null}
        <input type="hidden" name="articleId" value={articleId} />
        <TextArea
          label="The words it is about (optional)"
          name="quote"
          rows={2}
          className="min-h-[4em]"
          dir="auto"
          defaultValue={typed.quote ?? about}
        />
        <TextArea
          label="Your note to colleagues"
          name="body"
          rows={3}
          className="min-h-[5em]"
          dir="auto"
          defaultValue={typed.body}
          error={state.kind === 'refused' ? state.error.fields?.body : undefined}
        />
        <Button className="justify-self-start">Add the note</Button>
      </form>
    </section>
  )
}

/** Who may look at a piece before readers do, and what is said about it. */
export function Sharing(props: Props) {
  return (
    <div className="grid gap-10 md:grid-cols-2">
      <Notes {...props} />
      <Links {...props} />
    </div>
  )
}

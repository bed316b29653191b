import type { NoteView } from '@/lib/articles/open-preview'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Notice } from '../ui/notice'
import { TextArea } from '../ui/text-area'
import { Time } from '../ui/time'
import type { FormTrouble } from './trouble'

/** What reviewers with this link said, and the form for more. */
export function PreviewNotes({
  notes,
  action,
  trouble,
}: {
  notes: readonly NoteView[]
  /** The address of this page. */
  action: string
  trouble: FormTrouble | null
}) {
  return (
    <section id="notes" className="conversation" aria-labelledby="notes-title">
      <div className="conversation-head">
        <h2 className="section-title" id="notes-title">
          Notes to the writer
        </h2>
      </div>
      <div className="conversation-body preview-notes">
        {notes.map((note) => (
          <div key={note.id}>
            <p className="meta">
              <bdi>{note.author}</bdi> <Time at={note.createdAt} />
            </p>
            {note.quote ? (
              <blockquote dir="auto">
                <p>{note.quote}</p>
              </blockquote>
            ) : null}
            <p dir="auto" className="preview-note">
              {note.body}
            </p>
          </div>
        ))}
        {trouble ? (
          <Notice kind="error" title="This was not kept" as="h3">
            <p>{trouble.message}</p>
          </Notice>
        ) : null}
        <form className="comment-form" method="post" action={action}>
          <Field label="Your name" name="name" defaultValue={trouble?.values.name} autoComplete="name" />
          <TextArea
            label="The words it is about (optional)"
            name="quote"
            rows={2}
            dir="auto"
            defaultValue={trouble?.values.quote}
          />
          <TextArea
            label="Your note"
            name="body"
            rows={4}
            dir="auto"
            required
            error={trouble?.fields.body}
            defaultValue={trouble?.values.body}
          />
          <div className="comment-form-send">
            <Button kind="primary">Leave this note</Button>
          </div>
        </form>
      </div>
    </section>
  )
}

'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { DeskChoices } from '@/lib/moderation/desk-choices'
import type { QueueCardView } from '@/lib/moderation/queue-view'
import { fillReply } from '@/lib/moderation/fill-reply'
import type { DeskPlace } from './desk-actions'

export interface MoreForms {
  readonly reply: (form: FormData) => void
  readonly addNote: (form: FormData) => void
  readonly closeReplies: (form: FormData) => void
  readonly watch: (form: FormData) => void
}

const AREA = 'input w-full py-1 text-ui'

function Reply({
  card,
  place,
  action,
  savedReplies,
}: {
  card: QueueCardView
  place: DeskPlace
  action: MoreForms['reply']
  savedReplies: DeskChoices['savedReplies']
}) {
  const area = useRef<HTMLTextAreaElement>(null)
  const { commentId, revisionId, version, name, article } = card
  // Without scripts the server fills it in: lib/moderation/approve-with-reply.ts.
  const fill = (chosen: string): void => {
    const saved = savedReplies.find((reply) => reply.name === chosen)
    if (saved && area.current) area.current.value = fillReply(saved.body, { name, piece: article.title })
  }
  return (
    <form action={action} className="grid gap-2">
      <input type="hidden" name="commentId" value={commentId} />
      <input type="hidden" name="revisionId" value={revisionId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="at" value={place} />
      {savedReplies.length === 0 ? null : (
        <select
          aria-label="A saved answer"
          name="saved"
          defaultValue=""
          onChange={(event) => fill(event.target.value)}
          className="input min-h-8 py-0 text-caption"
        >
          <option value="">A saved answer…</option>
          {savedReplies.map((reply) => (
            <option key={reply.name}>{reply.name}</option>
          ))}
        </select>
      )}
      <label className="grid gap-1 text-caption text-ink-3">
        Answer in your name
        <textarea ref={area} name="body" rows={3} className={AREA} dir="auto" />
      </label>
      <Button>Approve and answer</Button>
    </form>
  )
}

/** What is done now and then: behind one line, so that the buttons of every day stay alone. */
export function CardMore({
  card,
  place,
  forms,
  choices,
}: {
  card: QueueCardView
  place: DeskPlace
  forms: MoreForms
  choices: DeskChoices
}) {
  const { commentId, article, author, replies, moves } = card
  return (
    <details data-more>
      <summary className="min-h-6 cursor-pointer text-caption text-ink-2">Note, answer, and more</summary>
      <div className="grid gap-4 pt-2">
        <form action={forms.addNote} className="grid gap-2">
          <input type="hidden" name="commentId" value={commentId} />
          <input type="hidden" name="at" value={place} />
          <label className="grid gap-1 text-caption text-ink-3">
            Note for colleagues
            <textarea name="body" rows={2} required className={AREA} dir="auto" data-note />
          </label>
          <Button>Keep the note</Button>
        </form>
        {moves.includes('approve') ? (
          <Reply card={card} place={place} action={forms.reply} savedReplies={choices.savedReplies} />
        ) : null}
        {replies === null ? null : (
          <form action={forms.closeReplies}>
            <input type="hidden" name="commentId" value={commentId} />
            <input type="hidden" name="at" value={place} />
            <Button kind="quiet" name="replies" value={replies}>
              {replies === 'close' ? 'Take no more answers to it' : 'Take answers to it again'}
            </Button>
          </form>
        )}
        <form action={forms.watch} className="flex flex-wrap gap-x-4">
          <input type="hidden" name="articleId" value={article.id} />
          <input type="hidden" name="at" value={place} />
          <Button kind="quiet" name="watch" value={article.watched ? 'off' : 'on'}>
            {article.watched ? 'Stop watching this piece' : 'Watch this piece'}
          </Button>
        </form>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-caption">
          <a href={`/desk?piece=${encodeURIComponent(article.slug)}`}>Only this piece</a>
          {author === null ? null : <a href={`/desk?tab=all&author=${author}`}>Everything by this author</a>}
        </p>
      </div>
    </details>
  )
}

import type { MailDecisionView } from '@/lib/notifications/decide-by-mail'
import { Button } from '../ui/button'
import { CommentText } from './comment-text'
import { PlainPage } from './plain-page'
import { PostNotice } from './post-notice'
import type { FormTrouble } from './trouble'
import { shownName } from './words'

type Move = Extract<MailDecisionView, { state: 'open' }>['move']

const ASKS: Readonly<
  Record<Move, { readonly title: string; readonly button: string; readonly done: string }>
> = {
  approve: { title: 'Approve this comment?', button: 'Approve', done: 'The comment is approved' },
  reject: { title: 'Reject this comment?', button: 'Reject', done: 'The comment is rejected' },
  spam: {
    title: 'Mark this comment as spam?',
    button: 'Mark as spam',
    done: 'The comment is marked as spam',
  },
  hold: { title: 'Put this comment back to wait?', button: 'Hold', done: 'The comment waits again' },
  keep: { title: 'Keep this comment?', button: 'Keep', done: 'The comment is kept' },
}

const OVER: Readonly<
  Record<Exclude<MailDecisionView['state'], 'open'>, readonly [title: string, words: string]>
> = {
  used: ['This link has been used', 'What it decided stands in the log, where it can be undone.'],
  expired: ['This link is too old', 'Links of such mails work for 72 hours. Nothing was changed.'],
  late: [
    'Somebody was faster',
    'A colleague decided about this comment, or its author changed it, since the mail was sent. Nothing was changed by this link.',
  ],
  'not-allowed': [
    'You can no longer decide here',
    'Your account may not decide about comments any more. Nothing was changed.',
  ],
}

/** Where a link of a mail about what waits leads: the comment, the one thing the link can do, and a button for it. */
export function MailDecision({
  view,
  done,
  action,
  trouble,
}: {
  view: MailDecisionView
  /** The move that was just made by this link. */
  done: string | null
  action: string
  trouble: FormTrouble | null
}) {
  if (view.state !== 'open') {
    const made =
      done !== null && view.state === 'used' && Object.hasOwn(ASKS, done) ? ASKS[done as Move] : null
    const [title, words] = OVER[view.state]
    return (
      <PlainPage title={made ? made.done : title}>
        <p>{trouble ? trouble.message : made ? 'You can undo it on the desk.' : words}</p>
        <p>
          <a href="/desk">Open the desk</a>
        </p>
      </PlainPage>
    )
  }
  const { move, comment, moderator } = view
  return (
    <PlainPage title={ASKS[move].title}>
      {trouble ? <PostNotice trouble={trouble} as="h2" /> : null}
      <p>
        <bdi className="comment-name">{shownName(comment.name)}</bdi> wrote under <bdi>{comment.title}</bdi>:
      </p>
      <blockquote className="respond-quote">
        <CommentText text={comment.body} />
      </blockquote>
      <form method="post" action={action} className="mail-buttons">
        <Button kind="primary">{ASKS[move].button}</Button>
      </form>
      <p>
        It is decided in the name of <bdi>{moderator}</bdi>. <a href="/desk">Open the desk</a> for everything
        else.
      </p>
    </PlainPage>
  )
}

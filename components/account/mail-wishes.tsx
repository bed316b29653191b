import type { WishView } from '@/lib/notifications/own-wishes'
import type { FormAction } from '@/lib/http/define-action'
import { StopWish } from './stop-wish'

const WORDS: Readonly<Record<WishView['wish'], string>> = {
  approved: 'When your comment is approved',
  replies: 'Replies to your comment',
}

/** <MailWishes wishes={…} stop={stopWishAction} />: which mails this account has asked for, each with a button to end it. */
export function MailWishes({ wishes, stop }: { wishes: readonly WishView[]; stop: FormAction<void> }) {
  return (
    <section className="mt-4 grid gap-3">
      <h2 className="text-h3 font-bold">Mail</h2>
      {wishes.length === 0 ? (
        <p className="text-ink-2">
          You have asked for no mail. Below a comment form you can ask to be told of its approval and of
          replies.
        </p>
      ) : (
        <ul className="border-t border-rule">
          {wishes.map(({ id, wish, piece }) => (
            <li key={id} className="grid gap-1 border-b border-rule py-3">
              <p>
                {WORDS[wish]}{' '}
                {piece ? (
                  <span className="wrap-anywhere">
                    under{' '}
                    <a href={`${piece.path}#comments`}>
                      <bdi>{piece.title}</bdi>
                    </a>
                  </span>
                ) : (
                  'under a piece that is not public at the moment'
                )}
              </p>
              <StopWish subscriptionId={id} action={stop} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

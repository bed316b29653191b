import type { ConfirmationView } from '@/lib/notifications/confirm-address'
import { Button } from '../ui/button'
import { PlainPage } from './plain-page'

const TITLES: Readonly<Record<ConfirmationView['state'], string>> = {
  asked: 'Is this your address?',
  confirmed: 'Your address is confirmed',
  ended: 'These mails are stopped',
}

/** Where the link of a mail that asks for consent leads: one button. `action` is the address of this very page. */
export function ConfirmAddress({ view, action }: { view: ConfirmationView; action: string }) {
  const { state, piece } = view
  const under = piece ? (
    <>
      {' '}
      under <bdi>{piece.title}</bdi>
    </>
  ) : null
  return (
    <PlainPage title={TITLES[state]}>
      {state === 'asked' ? (
        <>
          <p>
            Somebody left your address with a comment{under} and asked to be told by mail. If it was you,
            confirm it. If not, close this page: nothing more is sent about that comment.
          </p>
          <form method="post" action={action}>
            <Button kind="primary">Confirm my address</Button>
          </form>
        </>
      ) : (
        <p>
          {state === 'confirmed' ? (
            <>
              Thank you. We write when there is news of your comment{under}. Every mail has a link to stop
              them.
            </>
          ) : (
            <>We send no mail about that comment{under}.</>
          )}
        </p>
      )}
      <p>
        {piece ? (
          <a href={`/articles/${encodeURIComponent(piece.slug)}#comments`}>Go to the conversation</a>
        ) : (
          <a href="/">Go to the front page</a>
        )}
      </p>
    </PlainPage>
  )
}

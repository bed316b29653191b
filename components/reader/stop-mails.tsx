import type { StopView } from '@/lib/notifications/stop-mails'
import { Button } from '../ui/button'
import { PlainPage } from './plain-page'

const KINDS: Readonly<Record<StopView['wish'], string>> = {
  approved: 'mail when your comment is approved',
  replies: 'mail when somebody replies to your comment',
}

/** Where the link at the end of a mail leads: stop this kind for this comment, or everything to this address. */
export function StopMails({ view, action }: { view: StopView; action: string }) {
  const { wish, active, activeInAll, piece } = view
  const others = activeInAll - Number(active)
  return (
    <PlainPage title={active ? 'Stop these mails?' : 'These mails are stopped'}>
      <p>
        {active ? 'You get' : 'You get no more'} {KINDS[wish]}
        {piece ? (
          <>
            {' '}
            under <bdi>{piece.title}</bdi>
          </>
        ) : null}
        .
      </p>
      {active || others > 0 ? (
        <form method="post" action={action} className="mail-buttons">
          {active ? (
            <Button kind="primary" name="stop" value="this">
              Stop these mails
            </Button>
          ) : null}
          {others > 0 ? (
            <Button name="stop" value="everything">
              Stop everything to this address
            </Button>
          ) : null}
        </form>
      ) : null}
      {others > 0 ? (
        <p>{others === 1 ? 'One other mail is' : `${others} other mails are`} asked for with this address.</p>
      ) : null}
      <p>
        <a href="/">Go to the front page</a>
      </p>
    </PlainPage>
  )
}

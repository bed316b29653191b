import type { OwnStandingView } from '@/lib/accounts/own-standing'
import type { FormAction } from '@/lib/http/define-action'
import { Notice } from '../ui/notice'
import { ActionButton } from './action-button'

/** <AccountStanding standing={…} read={readWarningsAction} />: what the moderators have to say to the holder of this account. */
export function AccountStanding({ standing, read }: { standing: OwnStandingView; read: FormAction<number> }) {
  const { barred, warnings } = standing
  return (
    <>
      {barred === null ? null : (
        <Notice kind="error" title="You cannot take part at the moment">
          <p>{barred}</p>
        </Notice>
      )}
      {warnings.length === 0 ? null : (
        <Notice kind="waiting" title="A word from the moderators">
          {warnings.map((warning, n) => (
            <p key={n}>{warning}</p>
          ))}
          <ActionButton action={read}>I have read this</ActionButton>
        </Notice>
      )}
    </>
  )
}

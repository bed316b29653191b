import type { ReactNode } from 'react'
import type { OwnStandingView } from '@/lib/accounts/own-standing'
import { Notice } from '../ui/notice'

/** What the house has to say to somebody about themselves; a warning stands until they say that they have read it. */
export function OwnStanding({
  standing,
  read,
}: {
  standing: OwnStandingView
  /** The button that says so. */
  read: ReactNode
}) {
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
          {read}
        </Notice>
      )}
    </>
  )
}

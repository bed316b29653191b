import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AccountSheet } from '@/components/account/account-sheet'
import { JoinForm } from '@/components/account/join-form'
import { roleName } from '@/components/account/role-name'
import { ButtonLink } from '@/components/ui/button'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { joinAction } from './join-action'

export const metadata: Metadata = { title: 'Join' }

/** With an invitation. One that was used, taken back or is over, and one that never was, are one page: 404. */
export default async function Join({ searchParams }: PageProps) {
  await connection()
  const { stet } = runtime()
  const { key } = await searchParams
  const secret = typeof key === 'string' ? key : ''
  const invitation = await stet.accounts.invitation({ key: secret })
  if (!invitation) {
    setStatus(404)
    return (
      <AccountSheet title="This invitation opens nothing any more">
        <p>It was used, taken back, or is older than seven days. Ask for another one.</p>
        <p>
          <ButtonLink href="/">Go to the front page</ButtonLink>
        </p>
      </AccountSheet>
    )
  }
  const { settings } = await stet.settings.read()
  return (
    <AccountSheet
      title={`Join ${settings.name}`}
      margin={<p>You were invited as {roleName(invitation.role).toLowerCase()}. The link works once.</p>}
    >
      <JoinForm action={joinAction} secret={secret} />
    </AccountSheet>
  )
}

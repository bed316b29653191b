import type { Metadata } from 'next'
import { InviteForm } from '@/components/settings/people/invite-form'
import { StaffList } from '@/components/settings/people/staff-list'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { Notice } from '@/components/ui/notice'
import { openPage } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { changeStaffAction, inviteAction, takeBackInvitationAction } from './people-actions'

export const metadata: Metadata = { title: 'People, settings' }

export default openPage('manage.users', async ({ stet, actor, query }) => {
  const found = await stet.accounts.staff(actor)
  if (!found.ok)
    return (
      <SettingsSheet current="people">
        <p>{found.error.message}</p>
      </SettingsSheet>
    )
  const { staff, invitations } = found.value
  return (
    <SettingsSheet current="people" wide>
      {query('saved') === null ? null : (
        <Notice kind="success">
          <p>Changed. It counts from now on, on every device.</p>
        </Notice>
      )}
      <StaffList staff={staff} change={changeStaffAction} />
      <InviteForm
        origin={runtime().env.publicOrigin}
        invitations={invitations}
        invite={inviteAction}
        takeBack={takeBackInvitationAction}
      />
    </SettingsSheet>
  )
})

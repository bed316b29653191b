'use server'

import { changeStaffInput } from '@/lib/accounts/change-staff'
import { inviteInput, takeBackInput } from '@/lib/accounts/invite'
import { defineAction } from '@/lib/http/define-action'

const HERE = '/settings/people'

/** Answers in place: the link is shown once, and stands in no address. */
export const inviteAction = defineAction({
  input: inviteInput,
  renews: true,
  run: ({ stet, actor, input }) => stet.accounts.invite(actor, input),
})

export const takeBackInvitationAction = defineAction({
  input: takeBackInput,
  run: ({ stet, actor, input }) => stet.accounts.takeBackInvitation(actor, input),
  goTo: () => HERE,
})

export const changeStaffAction = defineAction({
  input: changeStaffInput,
  run: ({ stet, actor, input }) => stet.accounts.changeStaff(actor, input),
  goTo: () => `${HERE}?saved`,
})

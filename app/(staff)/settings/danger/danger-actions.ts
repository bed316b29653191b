'use server'

import { changeMaintenanceInput } from '@/lib/accounts/change-maintenance'
import { closeConversationInput } from '@/lib/accounts/close-conversation'
import { ownerProofInput } from '@/lib/accounts/confirm-owner'
import { defineAction } from '@/lib/http/define-action'
import { erasePersonInput } from '@/lib/moderation/erasure/erase-person'

export const closeConversationAction = defineAction({
  input: closeConversationInput,
  run: ({ stet, actor, input }) => stet.accounts.closeConversation(actor, input),
  goTo: ({ closed }) => `/settings/danger?done=${closed ? 'closed' : 'opened'}`,
})

export const changeMaintenanceAction = defineAction({
  input: changeMaintenanceInput,
  run: ({ stet, actor, input }) => stet.accounts.changeMaintenance(actor, input),
  changesFrame: true,
  goTo: ({ closed }) => `/settings/danger?done=${closed ? 'maintenance' : 'over'}`,
})

export const askForExportAction = defineAction({
  input: ownerProofInput,
  run: ({ stet, actor, input }) => stet.transfer.askForExport(actor, input),
  goTo: () => '/settings/danger?done=export',
})

export const erasePersonAction = defineAction({
  input: erasePersonInput,
  run: ({ stet, actor, input }) => stet.people.erase(actor, input),
  goTo: ({ overwritten }) => `/settings/danger?done=${overwritten ? 'erased' : 'erased-in-rows'}`,
})

export const endSessionsAction = defineAction({
  input: ownerProofInput,
  run: ({ stet, actor, input }) => stet.accounts.endSessions(actor, input),
  // Whoever did it is signed out as well.
  goTo: () => '/login?left=everywhere',
})

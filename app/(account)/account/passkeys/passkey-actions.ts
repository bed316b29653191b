'use server'

import { addPasskeyInput, beginPasskeyInput } from '@/lib/accounts/passkeys/add-passkey'
import { removePasskeyInput } from '@/lib/accounts/passkeys/remove-passkey'
import { defineAction } from '@/lib/http/define-action'

const HERE = '/account/passkeys'

/** Answers in place: the browser goes on with it. */
export const beginAction = defineAction({
  input: beginPasskeyInput,
  run: ({ stet, actor, input }) => stet.accounts.beginPasskey(actor, input),
})

export const addAction = defineAction({
  input: addPasskeyInput,
  run: ({ stet, actor, input, client }) => stet.accounts.addPasskey(actor, input, client),
  goTo: () => `${HERE}?done=added`,
})

export const removeAction = defineAction({
  input: removePasskeyInput,
  run: ({ stet, actor, input }) => stet.accounts.removePasskey(actor, input),
  goTo: () => `${HERE}?done=removed`,
})

import type { Stet } from '../../lib/compose'
import { ACCOUNT_ACTION_ROWS } from './action-rows/account-action-rows'
import type { ActionRows } from './action-rows/action-row'
import { deskActionRows } from './action-rows/desk-action-rows'
import { settingsActionRows } from './action-rows/settings-action-rows'
import { studioActionRows } from './action-rows/studio-action-rows'
import { aPiece } from './builders/a-piece'
import { theOwner } from './builders/the-owner'

/** A row for every server action, each about something of its own, so that none spoils another's. */
export const actionRows = async (stet: Stet): Promise<ActionRows> => {
  const owner = await theOwner(stet)
  const piece = await aPiece(stet, { by: owner, title: 'Acted upon' })
  return {
    ...(await deskActionRows(stet, owner, piece)),
    ...(await settingsActionRows(stet, owner)),
    ...(await studioActionRows(stet, owner)),
    ...ACCOUNT_ACTION_ROWS,
  }
}

/** Actions that are there for everybody, and why. */
export const OPEN_ACTIONS: Readonly<Record<string, string>> = {
  'login/sign-in-action signInAction': 'whoever signs in is nobody yet',
  'login/code/code-action codeAction': 'whoever signs in is nobody yet',
  'login/passkey-actions passkeyAction': 'whoever signs in is nobody yet',
  'login/passkey-actions passkeyStepAction': 'whoever signs in is nobody yet',
  'setup/claim-action claimAction': 'bound to a one-time token; tests/e2e/accounts.spec.ts',
  'account/account-actions readWarningsAction': 'marks only one’s own warnings, and guests have them, too',
  'join/join-action joinAction': 'bound to a single-use link; tests/e2e/accounts.spec.ts',
  'account/account-actions signOutAction': 'ends one’s own session; nobody has none',
  'account/account-actions signOutEverywhereAction':
    'ends one’s own sessions; strangers are asked to sign in',
}

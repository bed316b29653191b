import { type ActionRows, DESK, MEMBERS, NOWHERE, STAFF } from './action-row'

/** Of everybody's own account. */
export const ACCOUNT_ACTION_ROWS: ActionRows = {
  'account/account-actions stopWishAction': {
    ...{ at: '/account', may: MEMBERS },
    fields: { subscriptionId: NOWHERE },
  },
  // Refused beside its field to whoever is signed in and does not know the password.
  'account/account-actions changePasswordAction': {
    ...{ at: '/account', may: MEMBERS, gives: 422 },
    fields: {
      currentPassword: 'a guess',
      newPassword: 'four words in a row',
      newPasswordAgain: 'four words in a row',
    },
  },
  // Refused to the staff as well, in words of their own: a guess is no password, and nothing is on.
  'account/second-step/second-step-actions beginAction': {
    ...{ at: '/account/second-step', may: STAFF, gives: 422 },
    fields: { currentPassword: 'a guess' },
  },
  'account/second-step/second-step-actions confirmAction': {
    ...{ at: '/account/second-step', may: STAFF, gives: 409 },
    fields: { code: '000000' },
  },
  'account/second-step/second-step-actions removeAction': {
    ...{ at: '/account/second-step', may: STAFF, gives: 409 },
    fields: { currentPassword: 'a guess', code: '000000' },
  },
  'account/passkeys/passkey-actions beginAction': {
    ...{ at: '/account/passkeys', may: STAFF, gives: 422 },
    fields: { currentPassword: 'a guess' },
  },
  'account/passkeys/passkey-actions addAction': {
    ...{ at: '/account/passkeys', may: STAFF, gives: 409 },
    fields: { name: '', answer: '{}' },
  },
  'account/passkeys/passkey-actions removeAction': {
    ...{ at: '/account/passkeys', may: STAFF, gives: 404 },
    fields: { passkeyId: NOWHERE },
  },
  // No mail is set up here, so that it is refused to moderators, too, in words of its own.
  'account/account-actions deskMailAction': {
    ...{ at: '/account', may: DESK, gives: 403 },
    fields: { rhythm: 'off' },
  },
}

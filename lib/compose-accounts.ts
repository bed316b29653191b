import { changeMaintenance } from './accounts/change-maintenance'
import { changePassword } from './accounts/change-password'
import { changeStaff } from './accounts/change-staff'
import { claimPublication } from './accounts/claim-publication'
import { closeConversation } from './accounts/close-conversation'
import { whatIsAsked } from './accounts/confirm-again'
import { createUser } from './accounts/create-user'
import { endSessions } from './accounts/end-sessions'
import { findGuest } from './accounts/guests'
import { invite, takeBackInvitation } from './accounts/invite'
import { joinStaff, openInvitation } from './accounts/join-staff'
import { listDevices } from './accounts/list-devices'
import { listStaff } from './accounts/list-staff'
import { ownAccount } from './accounts/own-account'
import { ownStanding, readWarnings } from './accounts/own-standing'
import { addPasskey, beginPasskey } from './accounts/passkeys/add-passkey'
import { askForPasskey } from './accounts/passkeys/ask-for-passkey'
import { ownPasskeys } from './accounts/passkeys/own-passkeys'
import { removePasskey } from './accounts/passkeys/remove-passkey'
import { answerWithPasskey, signInWithPasskey } from './accounts/passkeys/sign-in-with-passkey'
import { readSession } from './accounts/read-session'
import { answerSecondStep } from './accounts/second-step/answer-second-step'
import { beginSecondStep } from './accounts/second-step/begin-second-step'
import { confirmSecondStep } from './accounts/second-step/confirm-second-step'
import { ownSecondStep } from './accounts/second-step/own-second-step'
import { removeSecondStep, resetSecondStep } from './accounts/second-step/remove-second-step'
import { setupOpen } from './accounts/setup-open'
import { setupToken } from './accounts/setup-token'
import { signIn } from './accounts/sign-in'
import { signOut, signOutEverywhere } from './accounts/sign-out'
import { bind } from './kernel/bind'
import type { Ports } from './ports'

/** The part of the composition root (lib/compose.ts) that is about people and how they sign in. */
export const composeAccounts = (deps: Ports) => ({
  setupToken: bind(deps, setupToken),
  setupOpen: bind(deps, setupOpen),
  claim: bind(deps, claimPublication),
  createUser: bind(deps, createUser),
  signIn: bind(deps, signIn),
  readSession: bind(deps, readSession),
  changePassword: bind(deps, changePassword),
  answerSecondStep: bind(deps, answerSecondStep),
  secondStep: bind(deps, ownSecondStep),
  beginSecondStep: bind(deps, beginSecondStep),
  confirmSecondStep: bind(deps, confirmSecondStep),
  removeSecondStep: bind(deps, removeSecondStep),
  resetSecondStep: bind(deps, resetSecondStep),
  passkeys: bind(deps, ownPasskeys),
  askForPasskey: bind(deps, askForPasskey),
  beginPasskey: bind(deps, beginPasskey),
  addPasskey: bind(deps, addPasskey),
  removePasskey: bind(deps, removePasskey),
  signInWithPasskey: bind(deps, signInWithPasskey),
  answerWithPasskey: bind(deps, answerWithPasskey),
  hasPasskeys: () => deps.passkeyCeremony !== null,
  signOut: bind(deps, signOut),
  signOutEverywhere: bind(deps, signOutEverywhere),
  asked: bind(deps, whatIsAsked),
  closeConversation: bind(deps, closeConversation),
  changeMaintenance: bind(deps, changeMaintenance),
  endSessions: bind(deps, endSessions),
  own: bind(deps, ownAccount),
  devices: bind(deps, listDevices),
  staff: bind(deps, listStaff),
  changeStaff: bind(deps, changeStaff),
  invite: bind(deps, invite),
  takeBackInvitation: bind(deps, takeBackInvitation),
  invitation: bind(deps, openInvitation),
  join: bind(deps, joinStaff),
  findGuest: bind(deps, findGuest),
  standing: bind(deps, ownStanding),
  readWarnings: bind(deps, readWarnings),
})

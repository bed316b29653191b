import type { AccountNews } from '../accounts/account-news'
import type { Instant } from '../kernel/clock'
import { letterText } from './letter-text'
import type { Letter } from './mailer'
import { plainLine } from './plain-line'

const SUBJECTS: Readonly<Record<AccountNews, string>> = {
  'add.passkey': 'A passkey was added to your account',
  'remove.passkey': 'A passkey of your account was removed',
}

const WHAT: Readonly<Record<AccountNews, string>> = {
  'add.passkey': 'a passkey was added to your account. It opens the account without your password.',
  'remove.passkey': 'a passkey of your account was removed, and every other device was signed out.',
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** For whoever owns an account: what was done to it, and what to do if it was somebody else. */
export const accountLetter = (
  {
    id,
    origin,
    name,
    to,
  }: { readonly id: string; readonly origin: string; readonly name: string; readonly to: string },
  { what, at }: { readonly what: AccountNews; readonly at: Instant },
): Letter => ({
  id,
  to,
  subject: plainLine(`${SUBJECTS[what]}: ${name}`, 120),
  unsubscribe: null,
  ...letterText([
    { kind: 'words', text: `${plainLine(name, 80)}: on ${MOMENT.format(at)} UTC ${WHAT[what]}` },
    { kind: 'words', text: 'If that was you, there is nothing to do.' },
    {
      kind: 'words',
      text: 'If it was not, somebody else knows your password or uses a device of yours: change the password, which signs every device out, and look through your passkeys.',
    },
    { kind: 'link', text: 'Change the password', href: `${origin}/account` },
    { kind: 'link', text: 'Look through your passkeys', href: `${origin}/account/passkeys` },
  ]),
})

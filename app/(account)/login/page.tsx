import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountSheet } from '@/components/account/account-sheet'
import { PasskeySignIn } from '@/components/account/passkeys/passkey-sign-in'
import { SignInForm } from '@/components/account/sign-in-form'
import { sitePath } from '@/lib/auth/site-path'
import type { PageProps } from '@/lib/http/open-page'
import { visitor } from '@/lib/http/visitor'
import { homeOf } from '../home-of'
import { passkeyAction } from './passkey-actions'
import { signInAction } from './sign-in-action'

export const metadata: Metadata = { title: 'Sign in' }

/** Where somebody comes from who signed out. */
const newsOf = (left: unknown): string | null => {
  if (left === 'everywhere') return 'You are signed out on every device.'
  return left === 'here' ? 'You are signed out.' : null
}

/** Before somebody owns the publication there is nobody who could sign in. */
const NobodyYet = () => (
  <AccountSheet title="Nobody owns this publication yet">
    <p>Open the link that the server printed when it started; it ends in “/setup?token=…”.</p>
    <p>It is printed at every start until somebody has created the publication with it.</p>
  </AccountSheet>
)

export default async function Login({ searchParams }: PageProps) {
  const { stet, actor } = await visitor()
  const asked = await searchParams
  const next = sitePath(asked.next)
  if (actor.kind === 'user') redirect(next ?? homeOf(actor))
  if ((await stet.accounts.setupToken()) !== null) return <NobodyYet />
  return (
    <AccountSheet title="Sign in">
      <SignInForm action={signInAction} next={next} news={newsOf(asked.left)} />
      {stet.accounts.hasPasskeys() ? (
        <PasskeySignIn use="sign-in" next={next} action={passkeyAction} />
      ) : null}
    </AccountSheet>
  )
}

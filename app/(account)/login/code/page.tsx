import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountSheet } from '@/components/account/account-sheet'
import { PasskeySignIn } from '@/components/account/passkeys/passkey-sign-in'
import { CodeForm } from '@/components/account/second-step/code-form'
import { sitePath } from '@/lib/auth/site-path'
import type { PageProps } from '@/lib/http/open-page'
import { visitor } from '@/lib/http/visitor'
import { homeOf } from '../../home-of'
import { passkeyStepAction } from '../passkey-actions'
import { codeAction } from './code-action'

export const metadata: Metadata = { title: 'Sign in' }

/** After the password, for whoever signs in with codes as well. */
export default async function LoginCode({ searchParams }: PageProps) {
  const { stet, actor } = await visitor()
  const next = sitePath((await searchParams).next)
  if (actor.kind === 'user') redirect(next ?? homeOf(actor))
  return (
    <AccountSheet title="One more step">
      <CodeForm action={codeAction} next={next} />
      {stet.accounts.hasPasskeys() ? (
        <PasskeySignIn use="second-step" next={next} action={passkeyStepAction} />
      ) : null}
    </AccountSheet>
  )
}

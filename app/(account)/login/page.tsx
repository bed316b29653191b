import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AccountSheet } from '@/components/account/account-sheet'
import { SignInForm } from '@/components/account/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { sitePath } from '@/lib/auth/site-path'
import type { PageProps } from '@/lib/http/open-page'
import { visitor } from '@/lib/http/visitor'
import { homeOf } from '../home-of'
import { signInAction } from './sign-in-action'

export const metadata: Metadata = { title: 'Sign in' }

export default async function Login({ searchParams }: PageProps) {
  const { actor } = await visitor()
  const asked = await searchParams
  const next = sitePath(asked.next)
  if (actor.kind === 'user') redirect(next ?? homeOf(actor))
  return (
    <AccountSheet title="Sign in">
      {asked.left === undefined ? null : (
        <Notice kind="success">
          <p>{asked.left === 'everywhere' ? 'You are signed out on every device.' : 'You are signed out.'}</p>
        </Notice>
      )}
      <SignInForm action={signInAction} next={next} />
    </AccountSheet>
  )
}

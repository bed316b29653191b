import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AccountSheet } from '@/components/account/account-sheet'
import { SetupForm } from '@/components/account/setup-form'
import { ButtonLink } from '@/components/ui/button'
import type { PageProps } from '@/lib/http/open-page'
import { runtime } from '@/lib/http/runtime'
import { setStatus } from '@/lib/http/set-status'
import { claimAction } from './claim-action'

/** The token of the address, where it opens this page; else null. */
const openToken = async (asked: PageProps['searchParams']): Promise<string | null> => {
  await connection()
  const { token } = await asked
  return typeof token === 'string' && (await runtime().stet.accounts.setupOpen(token)) ? token : null
}

export const generateMetadata = async ({ searchParams }: PageProps): Promise<Metadata> => ({
  title: (await openToken(searchParams)) === null ? 'Not found' : 'Create your publication',
})

/** First run. server/ answers 404 before it comes here unless the token is right; this page asks again. */
export default async function Setup({ searchParams }: PageProps) {
  const token = await openToken(searchParams)
  if (token === null) {
    setStatus(404)
    return (
      <AccountSheet title="Nothing at this address">
        <p>There is no page at this address.</p>
        <p>
          <ButtonLink href="/">Go to the front page</ButtonLink>
        </p>
      </AccountSheet>
    )
  }
  return (
    <AccountSheet
      title="Create your publication"
      margin={
        <>
          <p>This page opens once, with the link your server printed.</p>
          <p>Next comes a blank page for your first piece.</p>
        </>
      }
    >
      <SetupForm action={claimAction} token={token} />
    </AccountSheet>
  )
}

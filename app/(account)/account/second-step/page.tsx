import type { Metadata } from 'next'
import { AccountSheet } from '@/components/account/account-sheet'
import { SecondStep } from '@/components/account/second-step/second-step'
import { openPage } from '@/lib/http/open-page'
import { beginAction, confirmAction, removeAction } from './second-step-actions'

export const metadata: Metadata = { title: 'Codes at sign-in' }

export default openPage('use.second-step', async ({ stet, actor, query }) => {
  const own = (await stet.accounts.secondStep(actor)) ?? { state: 'off' as const }
  return (
    <AccountSheet title="Codes at sign-in">
      <SecondStep
        own={own}
        wentOff={query('off') !== null}
        begin={beginAction}
        confirm={confirmAction}
        remove={removeAction}
      />
    </AccountSheet>
  )
})

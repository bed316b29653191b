import type { Metadata } from 'next'
import { AccountSheet } from '@/components/account/account-sheet'
import { AddPasskey } from '@/components/account/passkeys/add-passkey'
import { PasskeyList } from '@/components/account/passkeys/passkey-list'
import { Notice } from '@/components/ui/notice'
import { openPage } from '@/lib/http/open-page'
import { addAction, beginAction, removeAction } from './passkey-actions'

export const metadata: Metadata = { title: 'Passkeys' }

const DONE: Readonly<Record<string, string>> = {
  added: 'The passkey is added. It opens your account from now on.',
  removed: 'The passkey is removed, and every other device is signed out.',
}

export default openPage('use.passkeys', async ({ stet, actor, query }) => {
  const [own, secondStep, asked] = await Promise.all([
    stet.accounts.passkeys(actor),
    stet.accounts.secondStep(actor),
    stet.accounts.asked(actor),
  ])
  const now = new Date(stet.ports.clock.now()).toISOString()
  const done = DONE[query('done') ?? '']
  return (
    <AccountSheet title="Passkeys">
      {done ? (
        <Notice kind="success">
          <p>{done}</p>
        </Notice>
      ) : null}
      <p>
        A passkey opens your account with a finger, your face or the PIN of a device, without password and
        code. It cannot be typed into a page that only looks like ours. Your password goes on to work, and a
        new one leaves passkeys as they are: remove those you do not know.
      </p>
      {own === null ? (
        <p>
          Browsers allow no passkeys here: this publication needs an address with https and a name. Whoever
          runs the machine sets it.
        </p>
      ) : (
        <>
          <PasskeyList passkeys={own} now={now} asked={asked} remove={removeAction} />
          <AddPasskey withCode={secondStep?.state === 'on'} begin={beginAction} add={addAction} />
        </>
      )}
    </AccountSheet>
  )
})

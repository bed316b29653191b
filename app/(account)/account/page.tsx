import type { Metadata } from 'next'
import { AccountSheet } from '@/components/account/account-sheet'
import { ActionButton } from '@/components/account/action-button'
import { DeskMailForm } from '@/components/account/desk-mail-form'
import { DeviceList } from '@/components/account/device-list'
import { MailWishes } from '@/components/account/mail-wishes'
import { OwnCommentList } from '@/components/account/own-comment-list'
import { PasswordForm } from '@/components/account/password-form'
import { PasskeysLine } from '@/components/account/passkeys/passkeys-line'
import { SecondStepLine } from '@/components/account/second-step/second-step-line'
import { OwnStanding } from '@/components/reader/own-standing'
import { Badge } from '@/components/ui/badge'
import { openPage } from '@/lib/http/open-page'
import { roleName } from '@/components/account/role-name'
import {
  changePasswordAction,
  deskMailAction,
  readWarningsAction,
  signOutAction,
  signOutEverywhereAction,
  stopWishAction,
} from './account-actions'

export const metadata: Metadata = { title: 'Your account' }

export default openPage('open.account', async ({ stet, actor, query }) => {
  const after = query('after')
  const [me, devices, comments, wishes, standing, deskMail, secondStep, passkeys] = await Promise.all([
    stet.accounts.own(actor),
    stet.accounts.devices(actor),
    stet.comments.mine(actor, { articleId: null, ...(after === null ? {} : { after }) }),
    stet.mail.wishes(actor),
    stet.accounts.standing(actor),
    stet.mail.deskWish(actor),
    stet.accounts.secondStep(actor),
    stet.accounts.passkeys(actor),
  ])
  const now = new Date(stet.ports.clock.now()).toISOString()
  return (
    <AccountSheet title="Your account">
      {me.ok ? (
        <div className="grid gap-1">
          <p className="flex flex-wrap items-baseline gap-x-2 text-ui">
            <bdi className="font-semibold">{me.value.name}</bdi> <Badge>{roleName(me.value.role)}</Badge>
          </p>
          <p className="text-ink-2">
            <bdi>{me.value.email}</bdi>
          </p>
        </div>
      ) : null}
      <OwnStanding
        standing={standing}
        read={<ActionButton action={readWarningsAction}>I have read this</ActionButton>}
      />
      <ActionButton action={signOutAction}>Sign out</ActionButton>
      <OwnCommentList comments={comments.items} later={after !== null} next={comments.next} />
      {deskMail ? <DeskMailForm rhythm={deskMail.rhythm} action={deskMailAction} /> : null}
      {wishes.ok && wishes.value ? <MailWishes wishes={wishes.value} stop={stopWishAction} /> : null}
      {me.ok ? (
        <PasswordForm
          email={me.value.email}
          changed={query('changed') === 'password'}
          withCode={secondStep?.state === 'on'}
          action={changePasswordAction}
        />
      ) : null}
      {secondStep ? <SecondStepLine own={secondStep} /> : null}
      {passkeys ? <PasskeysLine own={passkeys} /> : null}
      <section className="mt-4 grid gap-3">
        <h2 className="text-h3 font-bold">Your devices</h2>
        {devices.ok ? <DeviceList devices={devices.value} now={now} /> : null}
        <p className="text-ink-2">If one of these is not yours, sign out everywhere.</p>
        <ActionButton kind="danger" action={signOutEverywhereAction}>
          Sign out everywhere
        </ActionButton>
      </section>
    </AccountSheet>
  )
})

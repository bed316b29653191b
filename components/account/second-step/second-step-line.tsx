import type { OwnSecondStep } from '@/lib/accounts/second-step/own-second-step'

/** On the page of the account: whether codes are asked for, and the way to change it. */
export function SecondStepLine({ own }: { own: OwnSecondStep }) {
  return (
    <section className="mt-4 grid gap-2">
      <h2 className="text-h3 font-bold">Codes at sign-in</h2>
      <p>
        {own.state === 'on'
          ? 'On: besides your password, a code from your app is asked for.'
          : 'Off: your password alone opens this account.'}{' '}
        <a href="/account/second-step">{own.state === 'on' ? 'Change this' : 'Switch them on'}</a>
      </p>
    </section>
  )
}

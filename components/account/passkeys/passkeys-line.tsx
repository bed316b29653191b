import type { PasskeyView } from '@/lib/accounts/passkeys/own-passkeys'

/** On the page of the account: how many there are, and the way to them. */
export function PasskeysLine({ own }: { own: readonly PasskeyView[] }) {
  const [one] = own
  return (
    <section className="mt-4 grid gap-2">
      <h2 className="text-h3 font-bold">Passkeys</h2>
      <p>
        {one === undefined ? (
          'None: sign in with a finger, your face or a PIN instead of your password.'
        ) : own.length === 1 ? (
          <>
            One opens this account: <bdi>{one.name}</bdi>.
          </>
        ) : (
          `${own.length} open this account.`
        )}{' '}
        <a href="/account/passkeys">{one === undefined ? 'Add a passkey' : 'Change this'}</a>
      </p>
    </section>
  )
}

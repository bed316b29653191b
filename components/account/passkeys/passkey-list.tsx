'use client'

import { useActionState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Time } from '@/components/ui/time'
import type { Asked } from '@/lib/accounts/confirm-again'
import type { PasskeyView } from '@/lib/accounts/passkeys/own-passkeys'
import type { FormAction } from '@/lib/http/define-action'
import { IDLE } from '@/lib/http/form-state'
import { ProofFields } from '../proof-fields'
import { RefusalNotice } from '../refusal-notice'

interface Shown {
  readonly now: string
  readonly asked: Asked
  readonly remove: FormAction<void>
}

function PasskeyRow({ passkey, now, asked, remove }: Shown & { passkey: PasskeyView }) {
  const [state, send, sending] = useActionState(remove, IDLE)
  const { id, name, isBackedUp, madeAt, lastUsedAt } = passkey
  return (
    <li className="grid gap-0.5 border-b border-rule py-3">
      <span className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        <bdi>{name}</bdi>
        {isBackedUp ? <Badge>Synced</Badge> : null}
      </span>
      <span className="text-caption text-ink-3">
        Made <Time at={madeAt} />
        {' · '}
        {lastUsedAt === null ? (
          'not used yet'
        ) : (
          <>
            last used <Time at={lastUsedAt} as="relative" now={now} />
          </>
        )}
      </span>
      <details open={state.kind === 'refused'} className="mt-1">
        <summary className="cursor-pointer text-blue">
          Remove<span className="sr-only"> {name}</span>
        </summary>
        <form action={send} className="grid gap-3 py-3">
          <RefusalNotice state={state} />
          <p className="text-ink-2">
            It opens nothing any more, and every other device is signed out. Remove it from the device or the
            password manager as well.
          </p>
          <input type="hidden" name="passkeyId" value={id} />
          <ProofFields
            id={`remove-${id}`}
            asked={asked}
            withPasskey
            errors={state.kind === 'refused' ? (state.error.fields ?? {}) : {}}
          />
          <Button kind="danger" className="justify-self-start" aria-disabled={sending}>
            Remove this passkey
          </Button>
        </form>
      </details>
    </li>
  )
}

/** A person's own passkeys, each to be removed. */
export function PasskeyList({ passkeys, ...shown }: Shown & { passkeys: readonly PasskeyView[] }) {
  if (passkeys.length === 0) return <p className="text-ink-2">You have no passkeys yet.</p>
  return (
    <ul className="border-t border-rule" data-passkeys>
      {passkeys.map((passkey) => (
        <PasskeyRow key={passkey.id} passkey={passkey} {...shown} />
      ))}
    </ul>
  )
}

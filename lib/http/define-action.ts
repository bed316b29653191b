import { refresh, revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Stet } from '../compose'
import type { Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type DomainError, domainError } from '../kernel/domain-error'
import { type Result, fail, failed } from '../kernel/result'
import { statusOf } from './error-table'
import type { FormState, Refused, TypedValues } from './form-state'
import { invalidInput } from './invalid-input'
import { plainWords } from './plain-words'
import { readFields, typedValues } from './read-fields'
import { rememberRefused } from './refused-post'
import { runtime } from './runtime'
import { sameOrigin } from './same-origin'
import { setStatus } from './set-status'
import { DISK_FULL, isDiskFull } from './storage-trouble'
import { visitor } from './visitor'
import { type TextFiles, withTextFiles } from './with-text-files'

/** What an action knows of a post: who sent it from where, and its fields as the schema made them. */
export interface ActionVisit<I> {
  readonly stet: Stet
  readonly actor: Actor
  readonly client: ClientFacts
  readonly input: I
}

/** An action: what it takes, what it does, and where it leads. */
export interface ActionSpec<S extends z.ZodType, T> {
  /** Strict schema of the form's fields (all strings; use z.coerce for numbers). */
  readonly input: S
  /** Files of text that may come, and the fields their words are added to; with and without scripts. */
  readonly textFiles?: TextFiles
  readonly run: (visit: ActionVisit<z.output<S>>) => Promise<Result<T>>
  /** Where success leads (303): a site-relative path. Without it, or with null, the page is rendered again with the value. */
  readonly goTo?: (value: T, input: z.output<S>) => string | null
  /** What the frame of the staff's pages says is another afterwards. Pages keep the frame that they have otherwise. */
  readonly changesFrame?: boolean
  /** It answers in place, and what stands around the form (a list) is shown anew. */
  readonly renews?: true
}

export type FormAction<T> = (previous: FormState<T>, form: FormData) => Promise<FormState<T>>

const FOREIGN = domainError('forbidden', 'This form came from another site, so it was not carried out.')

const UNREADABLE = fail('invalid', 'The form could not be read. Please reload the page and try again.')

const comesFromUs = async (): Promise<boolean> => {
  const incoming = await headers()
  return sameOrigin(
    { origin: incoming.get('origin'), secFetchSite: incoming.get('sec-fetch-site') },
    runtime().env.publicOrigin,
  )
}

const refused = (error: DomainError, values: TypedValues): Refused => {
  setStatus(statusOf(error.code))
  const state: Refused = { kind: 'refused', error, values }
  rememberRefused(state)
  return state
}

const orDiskFull = async <T>(work: Promise<Result<T>>): Promise<Result<T>> => {
  try {
    return await work
  } catch (error) {
    if (isDiskFull(error)) return failed(DISK_FULL)
    throw error
  }
}

/**
 * Every server action: same-origin check → fields → parse (strict) → actor → run → form state with its status. Works
 * with `useActionState(action, IDLE)`, with JavaScript and without.
 */
export const defineAction =
  <S extends z.ZodType, T>(spec: ActionSpec<S, T>): FormAction<T> =>
  async (_previous, form) => {
    if (!(await comesFromUs())) return refused(FOREIGN, {})
    // A forged call may hand over anything that React can carry.
    const fields: ReturnType<typeof readFields> =
      form instanceof FormData ? readFields(await withTextFiles(form, spec.textFiles ?? {})) : UNREADABLE
    if (!fields.ok) return refused(fields.error, {})
    const values = typedValues(fields.value)
    const parsed = spec.input.safeParse(fields.value, { error: plainWords })
    if (!parsed.success) return refused(invalidInput(parsed.error), values)

    const { stet, actor, client } = await visitor()
    const result = await orDiskFull(spec.run({ stet, actor, client, input: parsed.data }))
    if (!result.ok) return refused(result.error, values)
    if (spec.changesFrame) revalidatePath('/', 'layout')
    const path = spec.goTo?.(result.value, parsed.data) ?? null
    if (path !== null) {
      // Something changed: else a page that leads to itself would stay as it was drawn before.
      refresh()
      redirect(path)
    }
    if (spec.renews) refresh()
    return { kind: 'done', value: result.value }
  }

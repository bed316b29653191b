import { z } from 'zod'
import type { Actor, SignedIn } from '../../kernel/actor'
import { invalidFields } from '../../kernel/field-problems'
import { type Result, fail, ok } from '../../kernel/result'
import { can } from '../../policy/policy'
import type { Ports } from '../../ports'
import { notAllowed } from '../find-piece'
import { resolvePath } from '../resolve-path'
import { ROOMS, firstSegment } from '../root-addresses'
import { followRedirects } from './find-redirect'
import { redirectPath } from './redirect-path'
import { linkTarget } from '../../kernel/link-target'

const typed = z.string().max(10_000)
export const addRedirectInput = z.strictObject({ path: typed, target: typed })
export const redirectInput = z.strictObject({ path: typed })

type Deps = Pick<Ports, 'redirectStore' | 'articleReader' | 'clock' | 'publicOrigin'>

/** More would be a list that nobody looks through. */
const MOST = 5_000

const EDITORS_ONLY = 'Redirects are looked after by editors.'

const guarded = (actor: Actor): Result<SignedIn> =>
  actor.kind === 'user' && can(actor, 'manage.redirects') ? ok(actor) : notAllowed(actor, EDITORS_ONLY)

/** A whole address of this site is as good as its path. */
const withoutOrigin = (text: string, origin: string | undefined): string =>
  origin !== undefined && text.startsWith(`${origin}/`) ? text.slice(origin.length) : text

const atField = (field: 'path' | 'target', sentence: string): Result<never> =>
  invalidFields({ [field]: sentence })

/** A public piece is at its own address; its former ones lead to it already. */
const isPiece = async (deps: Deps, path: string): Promise<boolean> => {
  const meaning = await resolvePath(deps, path)
  return meaning.kind === 'public' || meaning.kind === 'moved'
}

/** An address that is not there leads to another place from now on: in one hop, and never in a circle. */
export const addRedirect = async (
  deps: Deps,
  actor: Actor,
  input: z.infer<typeof addRedirectInput>,
): Promise<Result<{ path: string }>> => {
  const by = guarded(actor)
  if (!by.ok) return by
  const { redirectStore, clock, publicOrigin } = deps
  const path = redirectPath(withoutOrigin(input.path.trim(), publicOrigin))
  if (path === null)
    return atField('path', 'Enter an address of this site that begins with a slash, like /2019/ropes.')
  if (ROOMS.has(firstSegment(path)))
    return atField('path', 'Addresses in there are the staff’s: no reader comes to one.')
  if (await isPiece(deps, path))
    return atField('path', 'There is a piece at this address. To move it, change its address in the studio.')

  const target = linkTarget(input.target, publicOrigin)
  if (target === null)
    return atField(
      'target',
      'Enter an address of this site (/articles/ropes) or a whole one that begins with https://.',
    )
  if ((await followRedirects(deps, target)).through.has(path))
    return atField('target', 'That leads back to the address itself, so nobody would ever arrive.')
  if ((await redirectStore.count()) >= MOST)
    return fail('conflict', `There are ${MOST} redirects already. Remove some that nobody follows any more.`)
  await redirectStore.put(
    { path, target, createdById: by.value.userId, createdAt: clock.now() },
    { actor: by.value, action: 'add.redirect', subject: `redirect:${path}`, detail: { target } },
  )
  return ok({ path })
}

/** The address leads nowhere again. `not-found` where it did not lead anywhere. */
export const removeRedirect = async (
  { redirectStore }: Pick<Ports, 'redirectStore'>,
  actor: Actor,
  { path }: z.infer<typeof redirectInput>,
): Promise<Result<void>> => {
  const by = guarded(actor)
  if (!by.ok) return by
  const audit = { actor: by.value, action: 'remove.redirect', subject: `redirect:${path}`, detail: {} }
  return (await redirectStore.remove(path, audit))
    ? ok(undefined)
    : fail('not-found', 'This redirect is gone already. Reload the page.')
}

/** Off the list of missed addresses, until somebody asks for it again. */
export const forgetMissed = async (
  { redirectStore }: Pick<Ports, 'redirectStore'>,
  actor: Actor,
  { path }: z.infer<typeof redirectInput>,
): Promise<Result<void>> => {
  const by = guarded(actor)
  if (!by.ok) return by
  await redirectStore.forgetMissed(path)
  return ok(undefined)
}

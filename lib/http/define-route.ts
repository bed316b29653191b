import type { z } from 'zod'
import { readActor } from '../auth/read-actor'
import type { Stet } from '../compose'
import { ANONYMOUS, type Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type DomainError, domainError } from '../kernel/domain-error'
import type { Result } from '../kernel/result'
import { clientFacts } from './client-facts'
import { decodeSegment } from './decode-segment'
import type { TypedValues } from './form-state'
import { invalidInput } from './invalid-input'
import { isMailProgram } from './one-click'
import { plainWords } from './plain-words'
import { problemOf } from './problem'
import { readBody } from './read-body'
import { typedValues } from './read-fields'
import { runtime } from './runtime'
import { sameOrigin } from './same-origin'
import { DISK_FULL, isDiskFull } from './storage-trouble'

/** Next's second argument, segments percent-encoded; server/ passes the same shape. */
export interface RouteContext {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>>>
}
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>

export interface RouteVisit<I> {
  readonly stet: Stet
  readonly request: Request
  /** A dynamic segment, decoded; '' when there is none of that name. */
  param(name: string): string
  /** All segments of a catch-all, decoded. */
  params(name: string): readonly string[]
  /** Anonymous on routes that read nobody. */
  readonly actor: Actor
  readonly client: ClientFacts
  readonly input: I
}

export interface RouteRefusal {
  readonly request: Request
  param(name: string): string
  readonly error: DomainError
  /** What was typed, when the body could be read. */
  readonly values: TypedValues
}

export interface RouteSpec<S extends z.ZodType> {
  /** Strict schema of the body (a form or a JSON object). Without one the body is left to `run`. */
  readonly body?: S
  /** Whether the answer may depend on who asks. Routes of public pages say `nobody`: no cookie is even read. */
  readonly for: 'visitor' | 'nobody'
  /** A mail program may post here (lib/http/one-click.ts). */
  readonly oneClick?: boolean
  readonly run: (visit: RouteVisit<z.output<S>>) => Promise<Result<Response>>
  /** Another answer than problem+json, for example a page with the form. */
  readonly refuse?: (refusal: RouteRefusal) => Promise<Response>
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const byMailProgram = ({ headers }: Request): boolean =>
  isMailProgram({
    cookie: headers.get('cookie'),
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
  })

const crossOrigin = (request: Request): boolean =>
  !SAFE.has(request.method) &&
  !sameOrigin(
    { origin: request.headers.get('origin'), secFetchSite: request.headers.get('sec-fetch-site') },
    runtime().env.publicOrigin,
  )

const FOREIGN = domainError('forbidden', 'This request came from another site, so it was not carried out.')

/**
 * Every route handler, mounted by app/ or by server/: same-origin check → parse (strict) → actor → run → map the
 * Result. Limits and policy are the use-case's.
 */
export const defineRoute = <S extends z.ZodType>(spec: RouteSpec<S>): RouteHandler => {
  const refuse = spec.refuse ?? (async ({ error }: RouteRefusal) => problemOf(error))

  return async (request, context) => {
    const named = await context.params
    const params = (name: string): readonly string[] =>
      [named[name] ?? []].flat().map((segment) => decodeSegment(segment) ?? '')
    const param = (name: string): string => params(name)[0] ?? ''
    const no = (error: DomainError, values: TypedValues = {}) => refuse({ request, param, error, values })
    if (crossOrigin(request) && !(spec.oneClick && byMailProgram(request))) return problemOf(FOREIGN)

    const body = spec.body ? await readBody(request) : null
    if (body && !body.ok) return no(body.error)
    const values = body ? typedValues(body.value) : {}
    const parsed = spec.body?.safeParse(body?.value, { error: plainWords })
    if (parsed && !parsed.success) return no(invalidInput(parsed.error), values)

    const house = runtime()
    try {
      const known = spec.for === 'nobody' ? null : await readActor(house, request.headers.get('cookie'))
      const answer = await spec.run({
        stet: house.stet,
        request,
        param,
        params,
        actor: known?.actor ?? ANONYMOUS,
        client: clientFacts(request.headers),
        // Without a schema S is `unknown`'s output and nobody can read it.
        input: parsed?.data as z.output<S>,
      })
      return answer.ok ? answer.value : no(answer.error, values)
    } catch (error) {
      if (isDiskFull(error)) return no(DISK_FULL, values)
      throw error
    }
  }
}

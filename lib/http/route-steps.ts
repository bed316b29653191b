import type { z } from 'zod'
import { readActor } from '../auth/read-actor'
import type { Stet } from '../compose'
import { ANONYMOUS, type Actor } from '../kernel/actor'
import type { ClientFacts } from '../kernel/client-facts'
import { type DomainError, domainError } from '../kernel/domain-error'
import type { Result } from '../kernel/result'
import { clientFacts } from './client-facts'
import type { TypedValues } from './form-state'
import { invalidInput } from './invalid-input'
import { isMailProgram } from './one-click'
import { plainWords } from './plain-words'
import { problemOf } from './problem'
import { readBody } from './read-body'
import { typedValues } from './read-fields'
import type { RouteAnswer } from './route-answer'
import type { RouteRequest } from './route-request'
import { runtime } from './runtime'
import { sameOrigin } from './same-origin'
import { DISK_FULL, isDiskFull } from './storage-trouble'

/** Named segments of the address, decoded; a catch-all gives a list. */
export type RouteParams = Readonly<Record<string, string | readonly string[] | undefined>>

/** What a handler knows of a request that was let in; `input` as the schema made it. */
export interface RouteVisit<I, Q = RouteRequest> {
  readonly stet: Stet
  readonly request: Q
  /** A dynamic segment, decoded; '' when there is none of that name. */
  param(name: string): string
  /** All segments of a catch-all, decoded. */
  params(name: string): readonly string[]
  /** Anonymous on routes that read nobody. */
  readonly actor: Actor
  readonly client: ClientFacts
  readonly input: I
}

/** What a handler knows of a request that it or the door refused, to answer with a page of its own. */
export interface RouteRefusal<Q = RouteRequest> {
  readonly request: Q
  param(name: string): string
  readonly error: DomainError
  /** What was typed, when the body could be read. */
  readonly values: TypedValues
}

/** `Q` and `A`: what asks and what is answered, which differ for our server and for Next. */
export interface RouteSpec<S extends z.ZodType, Q extends RouteRequest = RouteRequest, A = RouteAnswer> {
  /** Strict schema of the body (a form or a JSON object). Without one the body is left to `run`. */
  readonly body?: S
  /** Whether the answer may depend on who asks. Routes of public pages say `nobody`: no cookie is even read. */
  readonly for: 'visitor' | 'nobody'
  /** A mail program may post here (lib/http/one-click.ts). */
  readonly oneClick?: boolean
  readonly run: (visit: RouteVisit<z.output<S>, Q>) => Promise<Result<A>>
  /** Another answer than problem+json, for example a page with the form. */
  readonly refuse?: (refusal: RouteRefusal<Q>) => Promise<A>
}

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

const byMailProgram = ({ headers }: RouteRequest): boolean =>
  isMailProgram({
    cookie: headers.get('cookie'),
    origin: headers.get('origin'),
    secFetchSite: headers.get('sec-fetch-site'),
  })

const crossOrigin = ({ method, headers }: RouteRequest): boolean =>
  !SAFE.has(method) &&
  !sameOrigin(
    { origin: headers.get('origin'), secFetchSite: headers.get('sec-fetch-site') },
    runtime().env.publicOrigin,
  )

const FOREIGN = domainError('forbidden', 'This request came from another site, so it was not carried out.')

/**
 * The steps of every route handler: same-origin check → parse (strict) → actor → run → map the Result. Limits and
 * policy are the use-case's. Reached by `defineRoute` and `defineNextRoute` only.
 *
 * @param present turns a plain answer into what the caller hands on
 */
export const routeSteps = <S extends z.ZodType, Q extends RouteRequest, A>(
  spec: RouteSpec<S, Q, A>,
  present: (answer: RouteAnswer) => A,
): ((request: Q, named: RouteParams) => Promise<A>) => {
  const refuse = spec.refuse ?? (async ({ error }: RouteRefusal<Q>) => present(problemOf(error)))

  return async (request, named) => {
    const params = (name: string): readonly string[] => [named[name] ?? []].flat()
    const param = (name: string): string => params(name)[0] ?? ''
    const no = (error: DomainError, body: Readonly<Record<string, unknown>> = {}) =>
      refuse({ request, param, error, values: typedValues(body) })
    if (crossOrigin(request) && !(spec.oneClick && byMailProgram(request))) return present(problemOf(FOREIGN))

    const body = spec.body ? await readBody(request) : null
    if (body && !body.ok) return no(body.error)
    const parsed = spec.body?.safeParse(body?.value, { error: plainWords })
    if (parsed && !parsed.success) return no(invalidInput(parsed.error), body?.value)

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
      return answer.ok ? answer.value : no(answer.error, body?.value)
    } catch (error) {
      if (isDiskFull(error)) return no(DISK_FULL, body?.value)
      throw error
    }
  }
}

import type { z } from 'zod'
import { decodeSegment } from './decode-segment'
import { toResponse } from './route-answer'
import { type RouteParams, type RouteSpec, routeSteps } from './route-steps'

/** Next's second argument, segments percent-encoded; nothing where the address names none (16.4.5). */
export interface RouteContext {
  readonly params: Promise<Readonly<Record<string, string | string[] | undefined>> | undefined>
}
export type NextRouteHandler = (request: Request, context: RouteContext) => Promise<Response>

const decode = (segment: string): string => decodeSegment(segment) ?? ''

const decoded = (named: Awaited<RouteContext['params']>): RouteParams =>
  Object.fromEntries(
    Object.entries(named ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? decode(value) : value?.map(decode),
    ]),
  )

/** A route handler of app/: the same steps as `defineRoute`, between Next's own Request and Response. */
export const defineNextRoute = <S extends z.ZodType>(
  spec: RouteSpec<S, Request, Response>,
): NextRouteHandler => {
  const handle = routeSteps(spec, toResponse)
  return async (request, { params }) => handle(request, decoded(await params))
}

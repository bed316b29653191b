import type { z } from 'zod'
import type { RouteAnswer } from './route-answer'
import type { RouteRequest } from './route-request'
import { type RouteParams, type RouteSpec, routeSteps } from './route-steps'

export type RouteHandler = (request: RouteRequest, params: RouteParams) => Promise<RouteAnswer>

/** A route handler that server/ mounts before Next. Every one of them is made here. */
export const defineRoute = <S extends z.ZodType>(spec: RouteSpec<S>): RouteHandler =>
  routeSteps(spec, (answer) => answer)

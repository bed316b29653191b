import { ROLES } from '../../../lib/kernel/actor'
import { DESK, type Doors, fromAll, only } from './door'

/** Of members and staff: the account, the desk and the settings. */
export const STAFF_DOORS: Doors = {
  '(account)/login/page': {
    path: '/login',
    get: { ...only(...ROLES), ...fromAll(307), anonymous: 200, guest: 200 },
    takesPost: true,
  },
  '(account)/login/code/page': {
    path: '/login/code',
    get: { ...only(...ROLES), ...fromAll(307), anonymous: 200, guest: 200 },
    takesPost: true,
  },
  '(account)/account/second-step/page': {
    path: '/account/second-step',
    get: only('owner', 'editor', 'writer', 'moderator'),
    takesPost: true,
  },
  '(account)/account/passkeys/page': {
    path: '/account/passkeys',
    get: only('owner', 'editor', 'writer', 'moderator'),
    takesPost: true,
  },
  '(account)/setup/page': { path: '/setup', get: 404, takesPost: true },
  '(account)/join/page': { path: '/join?key=x', get: 404, takesPost: true },
  '(account)/account/page': { path: '/account', get: only(...ROLES), takesPost: true },
  '(staff)/desk/page': { path: '/desk', get: DESK, takesPost: true },
  '(staff)/desk/people/page': { path: '/desk/people', get: DESK, takesPost: true },
  // Somebody unknown is told to those alone who may know people.
  '(staff)/desk/people/[key]/page': {
    path: '/desk/people/guest-nobody',
    get: { ...DESK, owner: 404, editor: 404, moderator: 404 },
    takesPost: true,
  },
  // A comment that is not there is told to those alone who may see any.
  '(staff)/desk/comments/[id]/page': {
    path: '/desk/comments/nobody',
    get: { ...DESK, owner: 404, editor: 404, moderator: 404 },
    takesPost: true,
  },
  '(staff)/desk/log/page': { path: '/desk/log', get: DESK, takesPost: true },
  '(staff)/desk/log.csv/route': {
    path: '/desk/log.csv',
    get: { ...DESK, anonymous: 403, guest: 403 },
    takesPost: true,
    post: { form: {}, gets: 405 },
  },
  '(staff)/desk/statistics/page': { path: '/desk/statistics', get: DESK, takesPost: true },
  '(staff)/settings/page': { path: '/settings', get: only('owner'), takesPost: true },
  '(staff)/settings/appearance/page': { path: '/settings/appearance', get: only('owner'), takesPost: true },
  '(staff)/settings/danger/page': { path: '/settings/danger', get: only('owner'), takesPost: true },
  '(staff)/settings/navigation/page': { path: '/settings/navigation', get: only('owner'), takesPost: true },
  '(staff)/settings/comments/page': { path: '/settings/comments', get: only('owner'), takesPost: true },
  '(staff)/settings/learner/page': { path: '/settings/learner', get: only('owner'), takesPost: true },
  '(staff)/settings/try/page': { path: '/settings/try', get: only('owner'), takesPost: true },
  '(staff)/settings/reasons/page': { path: '/settings/reasons', get: only('owner'), takesPost: true },
  '(staff)/settings/checks/page': { path: '/settings/checks', get: only('owner'), takesPost: true },
  '(staff)/settings/words/page': { path: '/settings/words', get: only('owner'), takesPost: true },
  '(staff)/settings/words/export/route': {
    path: '/settings/words/export?kind=banned&language=',
    get: { ...fromAll(403), owner: 200, anonymous: 403, guest: 403 },
    takesPost: true,
  },
  '(staff)/settings/people/page': { path: '/settings/people', get: only('owner'), takesPost: true },
}

import { type Actor, type Role, type SignedIn, isStaff } from '../kernel/actor'

/** What an action may be about: only the facts the rules need. */
export interface Subjects {
  'open.desk': null
  'decide.comment': null
  'submit.comment': null
  /** Whoever a measure keeps from it, whatever else they may: asked beside the rule of each thing to do. */
  'take.part': { readonly barred: boolean }
  'edit.comment': OwnedComment
  'withdraw.comment': OwnedComment
  'recommend.comment': OwnedComment
  'report.comment': OwnedComment
  'feature.comment': null
  'take.measure': { readonly role: Role | null }
  'open.studio': null
  'create.article': null
  'create.page': null
  'edit.article': OwnedArticle
  'publish.article': OwnedArticle
  'unpublish.article': OwnedArticle
  'trash.article': OwnedArticle
  'remove.media': null
  'manage.redirects': null
  'open.account': null
  'use.second-step': null
  'use.passkeys': null
  'manage.settings': null
  'manage.users': null
  'use.dangerZone': null
}
export type Action = keyof Subjects

/** Whose comment it is: of a guest, or of an account. */
export interface OwnedComment {
  readonly guestId: string | null
  readonly userId: string | null
}
/** Whose piece it is: who began it, and who is named below its title. */
export interface OwnedArticle {
  readonly createdById: string
  readonly bylineIds: readonly string[]
}

type Rule<S> = (actor: Actor, subject: S) => boolean

const roles =
  (...allowed: Role[]): Rule<unknown> =>
  (actor) =>
    actor.kind === 'system' || (actor.kind === 'user' && allowed.includes(actor.role))

const anyone: Rule<unknown> = () => true
const signedIn: Rule<unknown> = (actor) => actor.kind === 'user'

const owns = (actor: SignedIn, piece: OwnedArticle): boolean =>
  piece.createdById === actor.userId || piece.bylineIds.includes(actor.userId)

const wrote: Rule<OwnedComment> = (actor, comment) =>
  (actor.kind === 'guest' && comment.guestId === actor.guestId) ||
  (actor.kind === 'user' && comment.userId === actor.userId)

const editsPieces = roles('owner', 'editor')
const writes = roles('owner', 'editor', 'writer')
/** Whoever is kept from taking part themselves does not judge how others do. */
const moderates: Rule<unknown> = (actor, subject) =>
  !(actor.kind === 'user' && actor.barred === true) && roles('owner', 'editor', 'moderator')(actor, subject)

/**
 * Who may do what: the one table. It answers *who*; the machines (comment-status, article-status) answer *when*,
 * so that "forbidden" and "conflict" stay different answers. Guards, buttons and tests all read this record.
 */
export const POLICY: { readonly [A in Action]: Rule<Subjects[A]> } = {
  'open.desk': moderates,
  'decide.comment': moderates,
  'submit.comment': anyone,
  'take.part': (_actor, { barred }) => !barred,
  'edit.comment': wrote,
  'withdraw.comment': wrote,
  'recommend.comment': (actor, comment) => !wrote(actor, comment),
  'report.comment': (actor, comment) => !wrote(actor, comment),
  'feature.comment': moderates,
  // Colleagues are the owner's affair, and the owner is nobody's.
  'take.measure': (actor, { role }) => {
    if (role === null || role === 'member') return moderates(actor, null)
    return role !== 'owner' && roles('owner')(actor, null)
  },
  'open.studio': writes,
  'create.article': writes,
  'create.page': editsPieces,
  'edit.article': (actor, piece) =>
    editsPieces(actor, piece) || (actor.kind === 'user' && actor.role === 'writer' && owns(actor, piece)),
  'publish.article': editsPieces,
  'unpublish.article': editsPieces,
  'trash.article': (actor, piece) =>
    editsPieces(actor, piece) ||
    (actor.kind === 'user' && actor.role === 'writer' && piece.createdById === actor.userId),
  'remove.media': editsPieces,
  'manage.redirects': editsPieces,
  'open.account': signedIn,
  'use.second-step': (actor) => isStaff(actor),
  'use.passkeys': (actor) => isStaff(actor),
  'manage.settings': roles('owner'),
  'manage.users': roles('owner'),
  'use.dangerZone': roles('owner'),
}

/** The subject, where the action has one; nothing where it has none. */
type About<A extends Action> = Subjects[A] extends null ? [] : [subject: Subjects[A]]

/** May this actor do this (to that subject)? */
export const can = <A extends Action>(actor: Actor, action: A, ...about: About<A>): boolean =>
  // `About` lets the subject be left out only where it is null.
  POLICY[action](actor, (about[0] ?? null) as Subjects[A])

/** All members of a union at once: a subject that serves every one of several actions. */
type Every<S> = (S extends unknown ? (subject: S) => void : never) extends (subject: infer E) => void
  ? E
  : never

/** The same rules for buttons: which of these actions may this actor do to that subject? */
export const abilities = <A extends Action>(
  actor: Actor,
  actions: readonly A[],
  subject: Subjects[A] & Every<Subjects[A]>,
): Readonly<Record<A, boolean>> => {
  const answers = actions.map((action) => [action, POLICY[action](actor, subject)])
  return Object.fromEntries(answers) as Record<A, boolean>
}

/** Whose comments a list may hold beside the public ones; lib/db compiles it to SQL. */
export type CommentFilter =
  | { readonly kind: 'public' }
  | { readonly kind: 'own'; readonly guestId: string }
  | { readonly kind: 'own'; readonly userId: string }
  | { readonly kind: 'all' }

/** The policy for lists: everything for those who decide, their own for those who write, else what is public. */
export const visibleComments = (actor: Actor): CommentFilter => {
  if (can(actor, 'decide.comment')) return { kind: 'all' }
  if (actor.kind === 'user') return { kind: 'own', userId: actor.userId }
  if (actor.kind === 'guest') return { kind: 'own', guestId: actor.guestId }
  return { kind: 'public' }
}

/** Whose own comments are decided on arrival. Writers are staff but wait like everyone (rule 7). */
export const skipsTheQueue = (actor: Actor): boolean => can(actor, 'decide.comment')
/** Staff's words carry a badge; readers' do not. */
export const carriesBadge = (actor: Actor): boolean => isStaff(actor)

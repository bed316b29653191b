import type { ReportReason } from '../../../lib/comments/report-reasons'
import type { CommenterKey } from './commenters'
import type { StaffKey } from './people'

/** When a comment is posted: hours after its piece came out, or minutes before the seed runs. */
export type Moment = { readonly after: number } | { readonly ago: number }

/** What happens to a comment later; `in` is minutes after it was posted. */
export type Step =
  | {
      readonly do: 'approve' | 'reject' | 'spam' | 'hold'
      readonly in: number
      readonly by: StaffKey
      readonly reason?: string
    }
  | { readonly do: 'undo'; readonly in: number; readonly by: StaffKey }
  | { readonly do: 'edit'; readonly in: number; readonly body: string }
  | { readonly do: 'withdraw'; readonly in: number }
  | { readonly do: 'pick'; readonly in: number; readonly by: StaffKey }
  | { readonly do: 'recommend'; readonly in: number; readonly by: readonly (CommenterKey | StaffKey)[] }
  | {
      readonly do: 'report'
      readonly in: number
      readonly by: CommenterKey
      readonly reason: ReportReason
      readonly note?: string
    }

export interface DemoComment {
  /** Only where another comment answers this one. */
  readonly key?: string
  readonly to?: string
  readonly by: CommenterKey | StaffKey
  readonly at: Moment
  readonly body: string
  readonly then: readonly Step[]
}

export interface DemoThread {
  /** Key of the piece. */
  readonly under: string
  readonly comments: readonly DemoComment[]
}

type Extra = Partial<Pick<DemoComment, 'key' | 'to' | 'then'>>

/** Let stand by the moderator after a quarter of an hour or so: what happens to most. */
export const letStand: readonly Step[] = [{ do: 'approve', in: 14, by: 'sam' }]

/** Let stand, and later recommended by these readers, one after the other. */
export const liked = (...by: (CommenterKey | StaffKey)[]): readonly Step[] => [
  ...letStand,
  { do: 'recommend', in: 120, by },
]

/** A comment `hours` after its piece came out, approved unless `then` says otherwise. */
export const said = (by: DemoComment['by'], hours: number, body: string, extra: Extra = {}): DemoComment => ({
  by,
  at: { after: hours },
  body,
  then: letStand,
  ...extra,
})

/** A comment `minutes` before the seed runs, waiting unless `then` says otherwise. */
export const justSaid = (
  by: DemoComment['by'],
  minutes: number,
  body: string,
  extra: Extra = {},
): DemoComment => ({ by, at: { ago: minutes }, body, then: [], ...extra })

/** The same from somebody whose words need no approval. */
export const answered = (by: StaffKey, hours: number, body: string, extra: Extra = {}): DemoComment =>
  said(by, hours, body, { then: [], ...extra })

import type { Drawing } from './drawings'
import type { StaffKey } from './people'

/** Where a piece of the demo stands when the seed is done. */
export type DemoPieceState =
  'published' | 'changed' | 'unpublished' | 'draft' | 'review' | 'scheduled' | 'trashed'

/** When a scheduled piece appears, as its editor chose it: so many days ahead, by the clocks of some place. */
export interface Appearance {
  readonly inDays: number
  /** `07:30`. */
  readonly time: string
  /** IANA name. */
  readonly zone: string
}

/** Said beside a piece, to colleagues. */
export interface DemoNote {
  readonly by: StaffKey
  /** The passage it is about. */
  readonly quote: string
  readonly body: string
}

/** A piece of the demo publication, as its writer would type it in the studio. */
export interface DemoPiece {
  /** How threads name the piece. */
  readonly key: string
  readonly by: StaffKey
  readonly state: DemoPieceState
  /** A page stands at the root, at its slug; everything else is a piece. */
  readonly page?: { readonly slug: string }
  /** Days before the seed runs at which it was published (or, never published, last saved). */
  readonly daysAgo: number
  readonly kicker: string
  readonly title: string
  readonly dek: string
  /** Names between commas, as typed into the studio. */
  readonly tags: string
  readonly series?: string
  /** One a line, as typed into the studio. */
  readonly notes?: string
  /** Address of the original. */
  readonly translationOf?: string
  /** The picture that stands for it. */
  readonly cover?: { readonly drawing: Drawing; readonly alt: string; readonly focus?: string }
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Markdown. */
  readonly text: string
  /** Appended and saved after publishing, not published: a piece with changes waiting (`changed`). */
  readonly laterText?: string
  /** Of what is `scheduled`. */
  readonly appears?: Appearance
  readonly note?: DemoNote
  /** Chosen for the front page when it came out. */
  readonly featured?: true
  /** How comments below it are taken since this morning, where not as everywhere else. */
  readonly commentMode?: 'first'
}

/** English, left to right: what most of the pieces are. */
export const ENGLISH = { language: 'en', direction: 'ltr' } as const

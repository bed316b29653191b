import { RoomLink } from '@/components/ui/room-link'

const ROOMS = {
  pieces: { href: '/studio', label: 'Pieces', editorsOnly: false },
  calendar: { href: '/studio/calendar', label: 'Calendar', editorsOnly: false },
  media: { href: '/studio/media', label: 'Media', editorsOnly: false },
  redirects: { href: '/studio/redirects', label: 'Redirects', editorsOnly: true },
} as const

export type StudioRoom = keyof typeof ROOMS

/** The rooms of the studio, on top of each. */
export function StudioRooms({ current, isEditor }: { current: StudioRoom; isEditor: boolean }) {
  return (
    <nav aria-label="Studio" className="pt-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {Object.entries(ROOMS).map(([room, { href, label, editorsOnly }]) =>
          editorsOnly && !isEditor ? null : (
            <li key={room}>
              <RoomLink {...{ href, label }} current={room === current} />
            </li>
          ),
        )}
      </ul>
    </nav>
  )
}

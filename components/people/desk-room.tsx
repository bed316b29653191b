import type { ReactNode } from 'react'
import type { DomainError } from '@/lib/kernel/domain-error'
import { Refusal } from '../desk/refusal'
import { Tabs } from '../ui/tabs'

const ROOMS = [
  { room: 'queue', href: '/desk', label: 'Queue' },
  { room: 'people', href: '/desk/people', label: 'People' },
  { room: 'log', href: '/desk/log', label: 'Log' },
  { room: 'statistics', href: '/desk/statistics', label: 'Statistics' },
] as const
export type DeskRoomName = (typeof ROOMS)[number]['room']

/** The way between the rooms of the desk. */
export function DeskRooms({ room }: { room: DeskRoomName }) {
  return (
    <Tabs
      label="Desk"
      items={ROOMS.map(({ room: name, href, label }) => ({ href, label, current: name === room }))}
    />
  )
}

/** <DeskRoom room="people" refused={null}>…</DeskRoom>: a room beside the queue; what was refused stands above it. */
export function DeskRoom({
  room,
  refused,
  children,
}: {
  room: DeskRoomName
  refused: DomainError | null
  children: ReactNode
}) {
  return (
    <main id="main" className="mx-auto max-w-sheet px-4 pb-16 sm:px-6">
      <div className="pt-4">
        <DeskRooms room={room} />
      </div>
      {refused ? <Refusal error={refused} /> : null}
      {children}
    </main>
  )
}

import { Badge } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import type { DeviceView } from '@/lib/accounts/list-devices'

/** <DeviceList devices={…} now="2025-02-12T12:00:00Z" /> */
export function DeviceList({ devices, now }: { devices: readonly DeviceView[]; now: string }) {
  return (
    <ul className="border-t border-rule">
      {devices.map((device, index) => (
        <li key={index} className="grid gap-0.5 border-b border-rule py-3">
          <span className="flex flex-wrap items-baseline gap-x-2 font-semibold">
            {device.name}
            {device.isThis ? <Badge tone="blue">This device</Badge> : null}
          </span>
          <span className="text-caption text-ink-3">
            Signed in <Time at={device.signedInAt} />
            {device.isThis ? null : (
              <>
                {' · last seen '}
                <Time at={device.lastSeenAt} as="relative" now={now} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

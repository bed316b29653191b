import { useHasScripts } from '@/components/ui/use-has-scripts'
import { TwoClocks } from './two-clocks'

/** A moment by the publication's clocks, and by those of whoever looks at it where they show another time. */
export function PlannedAt({ at, zone }: { at: string; zone: string }) {
  const own = useHasScripts() ? Intl.DateTimeFormat().resolvedOptions().timeZone : zone
  return <TwoClocks at={at} zones={[zone, own]} />
}

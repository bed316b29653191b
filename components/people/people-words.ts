import type { MeasureKind, TargetKind } from '@/lib/accounts/measure'
import type { TrustLevel } from '@/lib/moderation/trust'

export const TRUST_WORDS: Readonly<Record<TrustLevel, string>> = {
  new: 'New',
  known: 'Known',
  trusted: 'Trusted',
}
export const TRUST_TONES = { new: 'plain', known: 'blue', trusted: 'green' } as const

export const KIND_WORDS: Readonly<Record<MeasureKind, string>> = {
  warn: 'Warning',
  suspend: 'Pause',
  ban: 'Ban',
  mute: 'Reports not heard',
}

export const TARGET_WORDS: Readonly<Record<TargetKind, string>> = {
  user: 'account',
  guest: 'guest key',
  mail: 'mail address',
  domain: 'mail provider',
  address: 'address block',
}

export const nameOf = (name: string): string => name || 'No Name Set'

/** "3 approved, 1 rejected, 2 waiting": what is not nought. */
export const recordWords = (record: Readonly<Record<string, number>>): string =>
  Object.entries(record)
    .flatMap(([what, count]) => (count === 0 ? [] : [`${count.toLocaleString('en')} ${what}`]))
    .join(', ') || 'no comments'

import type { SelectOption } from '@/components/ui/select'

export const FONTS: readonly SelectOption[] = [
  { value: 'house', label: 'As the house has it' },
  { value: 'schibsted', label: 'Schibsted Grotesk' },
  { value: 'literata', label: 'Literata' },
  { value: 'source-serif', label: 'Source Serif' },
  { value: 'atkinson', label: 'Atkinson Hyperlegible' },
  { value: 'system', label: 'The reader’s own' },
]

export const DENSITIES: readonly SelectOption[] = [
  { value: 'airy', label: 'Airy' },
  { value: 'compact', label: 'Compact' },
]

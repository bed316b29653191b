import { HOUSE_ACCENTS } from '../kernel/palette'
import type { Ports } from '../ports'

/** The house's mark as a picture, by the name of its file. */
export const ICONS = {
  'icon-192': { size: 192, masked: false },
  'icon-512': { size: 512, masked: false },
  'icon-masked-512': { size: 512, masked: true },
} as const satisfies Readonly<Record<string, Pick<Icon, 'size' | 'masked'>>>

export type IconName = keyof typeof ICONS

export interface Icon {
  /** Pixels, both ways. */
  readonly size: number
  /** For a system that cuts it to a shape of its own: ground to every edge, and the mark well within it. */
  readonly masked: boolean
  /** #rrggbb */
  readonly accent: string
}

/** Draws the mark of the house. */
export interface IconPrinter {
  /** PNG. The same icon gives the same bytes. */
  print(icon: Icon): Promise<Uint8Array<ArrayBuffer>>
}

/** What a phone shows for the publication among its own programs: the pencil, in the owner's accent. */
export const printIcon = async (
  { iconPrinter, settingsStore }: Pick<Ports, 'iconPrinter' | 'settingsStore'>,
  name: IconName,
): Promise<Uint8Array> => {
  const { settings } = await settingsStore.read()
  return iconPrinter.print({ ...ICONS[name], accent: settings.accent || HOUSE_ACCENTS.light })
}

import sharp from 'sharp'
import type { Icon, IconPrinter } from '../../settings/icon'

/** The two-ended pencil of public/favicon.svg, 32 units wide and high; its one end is the owner's. */
const pencil = (accent: string): string =>
  '<g transform="rotate(-45 16 16)"><path fill="#e8c9a0" d="M-2 16 4 11h24l6 5-6 5H4z"/>' +
  `<path fill="${accent}" d="M4 11h12v10H4z"/><path fill="#d0372a" d="M16 11h12v10H16z"/>` +
  `<path fill="${accent}" d="M-2 16l2.6-2.2v4.4z"/><path fill-opacity=".35" d="M-2 16l2.6-2.2v4.4z"/>` +
  '<path fill="#8f1d13" d="M34 16l-2.6-2.2v4.4z"/>' +
  '<path fill="#fff" fill-opacity=".22" d="M4 11h24v3H4z"/></g>'

/** What every mask leaves of a picture is a circle of 80 % of it (W3C, Web App Manifest: safe zone); the mark fills 36 units. */
const MASKED_VIEW = 36 / 0.72

const drawing = ({ size, masked, accent }: Icon): string => {
  const view = masked ? MASKED_VIEW : 32
  const corner = (32 - view) / 2
  const ground = masked ? `<path fill="#fff" d="M${corner} ${corner}h${view}v${view}h-${view}z"/>` : ''
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" ` +
    `viewBox="${corner} ${corner} ${view} ${view}">${ground}${pencil(accent)}</svg>`
  )
}

/** Icons drawn as vectors, and kept by nobody but the press. */
export const sharpIconPrinter: IconPrinter = {
  print: async (icon) =>
    Uint8Array.from(
      await sharp(Buffer.from(drawing(icon)))
        .png({ compressionLevel: 9 })
        .toBuffer(),
    ),
}

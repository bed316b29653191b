import type { Ports } from '../ports'
import { type Check, linksIn } from './check-document'
import type { Doc } from './document/document'

/** More are not looked up. */
const MOST = 200
const PIECE = /^\/articles\/([^/?#]+)(?:[?#].*)?$/

const decoded = (segment: string): string | null => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** Links to pieces of this publication that readers cannot open now. */
export const checkLinks = async (
  { articleReader, clock }: Pick<Ports, 'articleReader' | 'clock'>,
  doc: Doc,
): Promise<readonly Check[]> => {
  const now = clock.now()
  const links = linksIn(doc)
    .flatMap((href) => {
      const slug = decoded(PIECE.exec(href)?.[1] ?? '')
      return slug ? [{ href, slug }] : []
    })
    .slice(0, MOST)
  const meanings = await Promise.all(links.map(({ slug }) => articleReader.meaningOf(slug, now)))
  return links.flatMap(({ href }, index) => {
    const kind = meanings[index]?.kind
    return kind === 'public' || kind === 'moved'
      ? []
      : [
          {
            ...({ check: 'link', weight: 'objects', where: href } as const),
            says: `Readers cannot open ${href}: there is no public piece at that address.`,
          },
        ]
  })
}

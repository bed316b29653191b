import { HOUSE_ACCENTS } from '../kernel/palette'
import type { Ports } from '../ports'
import type { ArticleView } from './article-view'
import type { CardShape } from './card'

type Deps = Pick<Ports, 'cardPrinter' | 'settingsStore'>

const NAMES = new Intl.ListFormat('en', { type: 'conjunction' })

/** The picture that stands for a public piece where it is linked to: its title, who wrote it, where. */
export const printPieceCard = async (
  { cardPrinter, settingsStore }: Deps,
  { title, kicker, bylines, direction }: Pick<ArticleView, 'title' | 'kicker' | 'bylines' | 'direction'>,
  shape: CardShape,
): Promise<Uint8Array> => {
  const { settings } = await settingsStore.read()
  return cardPrinter.print({
    ...{
      kicker,
      title,
      direction,
      shape,
      accent: settings.accent || HOUSE_ACCENTS.light,
      publication: settings.name,
    },
    line: NAMES.format(bylines.map(({ name }) => name)),
  })
}

/** The same for the publication. */
export const printSiteCard = async ({ cardPrinter, settingsStore }: Deps): Promise<Uint8Array> => {
  const { name, description, accent } = (await settingsStore.read()).settings
  return cardPrinter.print({
    ...{ kicker: '', title: name, line: description, publication: name },
    ...{ direction: 'ltr', accent: accent || HOUSE_ACCENTS.light, shape: 'card' },
  })
}

import { HOUSE_THEME, themeFields } from '../../lib/settings/theme'
import { sendPage } from '../answer/send-page'
import type { Handler } from '../exchange'
import type { Services } from '../services'

const FIELDS = ['accent', 'accentDark', 'headlineFont', 'textFont', 'density'] as const

/** `/styles/specimen.css?accent=…`: a theme to look at before it is anybody's. What cannot be is the house's. */
export const specimenSheet =
  ({ styles }: Services): Handler =>
  async (exchange) => {
    const { query } = exchange.target
    const asked = FIELDS.map((field) => {
      const read = themeFields[field].safeParse(query.get(field) ?? undefined)
      return [field, read.success ? read.data : HOUSE_THEME[field]] as const
    })
    const theme = { ...HOUSE_THEME, ...Object.fromEntries(asked), logo: null, logoDark: null }
    return sendPage(exchange, styles.specimen(theme), 'private')
  }

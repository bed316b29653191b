import { HOUSE_THEME, themeFields } from '../../lib/settings/theme'
import { refuse } from '../answer/plain-page'
import { NOT_FOUND } from '../answer/refusals'
import { sendPage } from '../answer/send-page'
import type { Handler } from '../exchange'
import type { Services } from '../services'
import { sendStatic } from './static-file'

/** `/styles/:hash.css`: the style sheet of public pages. A page of before gets the present one, for this once. */
export const pageSheet =
  ({ styles }: Services): Handler =>
  async (exchange, { hash = '' }) => {
    const found = styles.find(hash)
    if (!found) return refuse(exchange, NOT_FOUND)
    const { file, isThis } = found
    return isThis ? sendStatic(exchange, file) : sendPage(exchange, file.page, 'private')
  }

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
    return sendPage(exchange, styles.specimen(theme).page, 'private')
  }

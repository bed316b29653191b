import type { Handler } from '../exchange'
import type { Services } from '../services'
import { sendMissing } from './reader-routes'

/** First run: without the one-time key this address does not exist. The page and its action ask again. */
export const setupPage =
  (services: Services, page: Handler): Handler =>
  async (exchange, params) => {
    const token = exchange.target.query.get('token') ?? ''
    if (!(await services.stet.accounts.setupOpen(token))) return sendMissing(services, exchange)
    await page(exchange, params)
  }

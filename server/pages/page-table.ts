import { articlePage } from './article'
import { commentStatusPage } from './comment-status'
import { frontPage } from './front'
import { byMailPage, confirmPage, unsubscribePage } from './mail-links'
import { ownCommentsPage } from './own-comments'
import type { BarePage, PersonalPage, PublicPage } from './page'
import { pieceListPage } from './piece-list'
import { previewPage } from './preview'
import { reportPage } from './report'
import { respondPage } from './respond'
import { searchPage } from './search'
import { singlePages } from './single-pages'
import {
  brokenPage,
  closedPage,
  gonePage,
  maintenancePage,
  missingPage,
  refusedPage,
} from './without-address'

/** The same for everybody, by pattern. What stands below /internal has no address: the server shows it where it belongs. */
export const PUBLIC_PAGES: readonly (readonly [string, PublicPage])[] = [
  ['/', frontPage],
  ['/articles/:slug', articlePage],
  ['/tags/:slug', pieceListPage((param) => ({ kind: 'tag', slug: param('slug') }))],
  ['/series/:slug', pieceListPage((param) => ({ kind: 'series', slug: param('slug') }))],
  ['/authors/:slug', pieceListPage((param) => ({ kind: 'author', slug: param('slug') }))],
  ['/archive/:year', pieceListPage((param) => ({ kind: 'period', year: param('year'), month: null }))],
  [
    '/archive/:year/:month',
    pieceListPage((param) => ({ kind: 'period', year: param('year'), month: param('month') })),
  ],
  ...singlePages,
  ['/internal/missing', missingPage],
  ['/internal/gone', gonePage],
  ['/internal/closed', closedPage],
]

/** Made before they are needed: when they are, nothing may work any more. */
export const BARE_PAGES: readonly (readonly [string, BarePage])[] = [
  ['/internal/broken', brokenPage],
  ['/internal/maintenance', maintenancePage],
]

/** Rendered for one visitor. */
export const PERSONAL_PAGES: readonly (readonly [string, PersonalPage])[] = [
  ['/articles/:slug/mine', ownCommentsPage],
  ['/articles/:slug/respond', respondPage],
  ['/comments/:id/report', reportPage],
  ['/comments/:id/status', commentStatusPage],
  ['/confirm', confirmPage],
  ['/unsubscribe', unsubscribePage],
  ['/by-mail', byMailPage],
  ['/preview/:token', previewPage],
  ['/search', searchPage],
  ['/internal/refused', refusedPage],
]

import { addressOf } from './articles/address-of'
import { closingOf } from './articles/closing-of'
import { changeArticleStatus } from './articles/change-article-status'
import { checkArticle } from './articles/check-article'
import { explainState } from './articles/explain-state'
import { convertText } from './articles/convert-text'
import { compareRevisions } from './articles/compare-revisions'
import { listRevisions } from './articles/list-revisions'
import { openConflict, settleByChoice } from './articles/open-conflict'
import { restoreRevision } from './articles/restore-revision'
import { addNote, addReviewerNote, listReview, settleNote } from './articles/article-notes'
import { openPreview } from './articles/open-preview'
import { makePreview, revokePreview } from './articles/preview-links'
import { changeDetails } from './articles/change-details'
import { openDetails } from './articles/open-details'
import { changeMany } from './articles/change-many'
import { createArticle } from './articles/create-article'
import { describePicture } from './articles/describe-picture'
import { findList } from './articles/find-list'
import { holdArticle } from './articles/hold-article'
import { listArticles } from './articles/list-articles'
import { listAuthors, listMonths, listSeries, listTags } from './articles/list-directories'
import { listChanges } from './articles/list-changes'
import { listCalendar } from './articles/list-calendar'
import { listEditors } from './articles/list-editors'
import { listFilters } from './articles/list-filters'
import { listFull } from './articles/list-full'
import { listParts } from './articles/list-parts'
import { listLinkable } from './articles/list-linkable'
import { listLatest } from './articles/list-latest'
import { noteChange } from './articles/note-change'
import { openArticle } from './articles/open-article'
import { previewText } from './articles/preview-text'
import { publishArticle } from './articles/publish-article'
import { printPieceCard, printSiteCard } from './articles/print-card'
import { readArticle } from './articles/read-article'
import { readAround } from './articles/read-around'
import { readFront } from './articles/read-front'
import { addRedirect, forgetMissed, removeRedirect } from './articles/redirects/change-redirects'
import { findRedirect } from './articles/redirects/find-redirect'
import { listRedirects } from './articles/redirects/list-redirects'
import { noteMissed } from './articles/redirects/note-missed'
import { resolveSlug } from './articles/resolve-slug'
import { scheduleArticle } from './articles/schedule-article'
import { settleConflict } from './articles/settle-conflict'
import { saveArticle } from './articles/save-article'
import { bind } from './kernel/bind'
import type { Ports } from './ports'

/** The part of the composition root (lib/compose.ts) that is about pieces. */
export const composeArticles = (deps: Ports) => ({
  create: bind(deps, createArticle),
  open: bind(deps, openArticle),
  list: bind(deps, listArticles),
  filters: bind(deps, listFilters),
  calendar: bind(deps, listCalendar),
  changeMany: bind(deps, changeMany),
  editors: bind(deps, listEditors),
  preview: bind(deps, previewText),
  convert: bind(deps, convertText),
  save: bind(deps, saveArticle),
  hold: bind(deps, holdArticle),
  publish: bind(deps, publishArticle),
  check: bind(deps, checkArticle),
  explain: bind(deps, explainState),
  changes: bind(deps, listChanges),
  describePicture: bind(deps, describePicture),
  schedule: bind(deps, scheduleArticle),
  details: bind(deps, openDetails),
  changeDetails: bind(deps, changeDetails),
  makePreview: bind(deps, makePreview),
  revokePreview: bind(deps, revokePreview),
  openPreview: bind(deps, openPreview),
  review: bind(deps, listReview),
  addNote: bind(deps, addNote),
  addReviewerNote: bind(deps, addReviewerNote),
  settleNote: bind(deps, settleNote),
  settle: bind(deps, settleConflict),
  conflict: bind(deps, openConflict),
  settleByChoice: bind(deps, settleByChoice),
  revisions: bind(deps, listRevisions),
  compare: bind(deps, compareRevisions),
  noteChange: bind(deps, noteChange),
  restoreRevision: bind(deps, restoreRevision),
  changeStatus: bind(deps, changeArticleStatus),
  resolve: bind(deps, resolveSlug),
  redirect: bind(deps, findRedirect),
  redirects: bind(deps, listRedirects),
  addRedirect: bind(deps, addRedirect),
  removeRedirect: bind(deps, removeRedirect),
  forgetMissed: bind(deps, forgetMissed),
  noteMissed: bind(deps, noteMissed),
  closing: bind(deps, closingOf),
  addressOf: bind(deps, addressOf),
  read: bind(deps, readArticle),
  latest: bind(deps, listLatest),
  full: bind(deps, listFull),
  front: bind(deps, readFront),
  around: bind(deps, readAround),
  findList: bind(deps, findList),
  card: bind(deps, printPieceCard),
  siteCard: bind(deps, printSiteCard),
  linkable: bind(deps, listLinkable),
  tags: bind(deps, listTags),
  series: bind(deps, listSeries),
  parts: bind(deps, listParts),
  authors: bind(deps, listAuthors),
  months: bind(deps, listMonths),
})

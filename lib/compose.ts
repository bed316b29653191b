import { askForProof } from './comments/ask-for-proof'
import { isBusy } from './comments/busy'
import { editComment } from './comments/edit-comment'
import { listOwnComments } from './comments/list-own-comments'
import { findBranch } from './comments/find-branch'
import { openStatus } from './comments/open-status'
import { readComment } from './comments/read-comment'
import { locateComment } from './comments/locate-comment'
import { readThread } from './comments/read-thread'
import { listOwnIds } from './comments/list-own-ids'
import { listRecommended } from './comments/list-recommended'
import { openReport } from './comments/open-report'
import { recommendComment } from './comments/recommend-comment'
import { reportComment } from './comments/report-comment'
import { statusPath } from './comments/status-path'
import { showComment } from './comments/show-comment'
import { submitComment } from './comments/submit-comment'
import { threadPlace } from './comments/thread-place'
import { parseThreadQuestion } from './comments/thread-question'
import { withdrawComment } from './comments/withdraw-comment'
import { announce } from './feeds/announce'
import { planAnnouncements } from './feeds/plan-announcements'
import { listNewComments } from './feeds/list-new-comments'
import { listNews } from './feeds/list-news'
import { listSitemap, listSitemaps } from './feeds/list-sitemap'
import { readMarkdown } from './feeds/read-markdown'
import { dayNumbers } from './moderation/day-numbers'
import { decideAtDesk } from './moderation/decide-at-desk'
import { decideCard } from './moderation/decide-card'
import { approveWithReply } from './moderation/approve-with-reply'
import { cardDetails } from './moderation/card-details'
import { closeReplies } from './moderation/close-replies'
import { deskChoices } from './moderation/desk-choices'
import { decideMany } from './moderation/decide-many'
import { erasePerson } from './moderation/erasure/erase-person'
import { featureComment } from './moderation/feature-comment'
import { exportLog, readLog } from './moderation/read-log'
import { readHookKey } from './moderation/read-hook-key'
import { readGuidelines } from './moderation/read-guidelines'
import { liftMeasure } from './moderation/lift-measure'
import { listColleagues } from './moderation/list-colleagues'
import { listPeople } from './moderation/list-people'
import { listQueue } from './moderation/list-queue'
import { noteComment } from './moderation/note-comment'
import { openCard } from './moderation/open-card'
import { openBatch } from './moderation/open-batch'
import { openDecision } from './moderation/open-decision'
import { openPerson } from './moderation/open-person'
import { carryEffect } from './notifications/carry-effect'
import { decideByMail, openMailDecision } from './notifications/decide-by-mail'
import { changeDeskMail, deskMailWish } from './notifications/desk-mail-wish'
import { confirmAddress, openConfirmation } from './notifications/confirm-address'
import { listOwnWishes, stopOwnWish } from './notifications/own-wishes'
import { openStop, stopMails } from './notifications/stop-mails'
import { Learner } from './moderation/learner/learner'
import { learnerReport } from './moderation/learner/learner-report'
import { runErrands } from './moderation/run-errands'
import { screen } from './moderation/screen'
import { tryText } from './moderation/try-text'
import { statistics } from './moderation/statistics'
import { takeMeasure } from './moderation/take-measure'
import { transparency } from './moderation/transparency'
import { typicalWait } from './moderation/typical-wait'
import { watchPiece } from './moderation/watch-piece'
import { undoBatch } from './moderation/undo-batch'
import { undoByKey } from './moderation/undo-by-key'
import { undoDecision } from './moderation/undo-decision'
import { canWait, clearIndexes, fillIndexes, indexDue, keepIndex } from './search/keep-index'
import { searchPublic } from './search/search-public'
import { writeNote } from './moderation/write-note'
import { askForExport, mayFetchExport } from './transfer/ask-for-export'
import { exportEverything } from './transfer/export-everything'
import { changeSettings } from './settings/change-settings'
import { printIcon } from './settings/icon'
import { changeWordList } from './settings/change-word-list'
import { readWordLists } from './settings/read-word-lists'
import { mayAddPicture } from './media/add-picture'
import { addPictureView } from './media/add-picture-view'
import { describeMedia } from './media/describe-media'
import { listMedia } from './media/list-media'
import { openMediaFile } from './media/open-media-file'
import { readTheme } from './media/read-theme'
import { removeMedia } from './media/remove-media'
import { livePiece } from './realtime/live-piece'
import { readSettings } from './settings/read-settings'
import { bind } from './kernel/bind'
import { composeAccounts } from './compose-accounts'
import { composeArticles } from './compose-articles'
import type { Ports } from './ports'

/**
 * The composition root: plain functions, no container. Made once per process by server/ (or by a command or a
 * test) and shared with the pages behind `Symbol.for('stet')` (lib/http/stet.ts).
 */
export const compose = (ports: Ports) => {
  const learner = new Learner(ports)
  const deps = {
    ...ports,
    screen: bind({ ...ports, learner }, screen),
    learner,
    typicalWait: typicalWait(ports),
  }
  return {
    ports,
    articles: composeArticles(deps),
    media: {
      mayAdd: mayAddPicture,
      add: bind(deps, addPictureView),
      list: bind(deps, listMedia),
      describe: bind(deps, describeMedia),
      remove: bind(deps, removeMedia),
      file: bind(deps, openMediaFile),
    },
    comments: {
      submit: bind(deps, submitComment),
      edit: bind(deps, editComment),
      withdraw: bind(deps, withdrawComment),
      recommend: bind(deps, recommendComment),
      recommended: bind(deps, listRecommended),
      report: bind(deps, reportComment),
      reportable: bind(deps, openReport),
      question: parseThreadQuestion,
      thread: bind(deps, readThread),
      hasBranch: bind(deps, findBranch),
      place: bind(deps, threadPlace),
      one: bind(deps, readComment),
      shown: bind(deps, showComment),
      locate: bind(deps, locateComment),
      mine: bind(deps, listOwnComments),
      ownIds: bind(deps, listOwnIds),
      askForProof: bind(deps, askForProof),
      isBusy: () => isBusy(deps),
      status: bind(deps, openStatus),
      statusPath: bind(ports.secrets, statusPath),
    },
    feeds: {
      planAnnouncements: bind(deps, planAnnouncements),
      announce: bind(deps, announce),
      comments: bind(deps, listNewComments),
      sitemaps: bind(deps, listSitemaps),
      sitemap: bind(deps, listSitemap),
      news: bind(deps, listNews),
      markdown: bind(deps, readMarkdown),
    },
    moderation: {
      queue: bind(deps, listQueue),
      card: bind(deps, openCard),
      details: bind(deps, cardDetails),
      decide: bind(deps, decideAtDesk),
      decideCard: bind(deps, decideCard),
      decideMany: bind(deps, decideMany),
      choices: bind(deps, deskChoices),
      today: bind(deps, dayNumbers),
      approveWithReply: bind(deps, approveWithReply),
      closeReplies: bind(deps, closeReplies),
      noteComment: bind(deps, noteComment),
      watch: bind(deps, watchPiece),
      batch: bind(deps, openBatch),
      decision: bind(deps, openDecision),
      undo: bind(deps, undoDecision),
      undoBatch: bind(deps, undoBatch),
      undoByKey: bind(deps, undoByKey),
      errands: bind(deps, runErrands),
      feature: bind(deps, featureComment),
      log: bind(deps, readLog),
      exportLog: bind(deps, exportLog),
      colleagues: bind(deps, listColleagues),
      statistics: bind(deps, statistics),
      guidelines: bind(deps, readGuidelines),
      transparency: transparency(ports),
      learn: () => learner.sync(),
      hookKey: bind(deps, readHookKey),
      learner: bind(deps, learnerReport),
      tryText: bind(deps, tryText),
    },
    people: {
      list: bind(deps, listPeople),
      open: bind(deps, openPerson),
      note: bind(deps, writeNote),
      take: bind(deps, takeMeasure),
      lift: bind(deps, liftMeasure),
      erase: bind({ ...deps, keepIndex: bind(ports, keepIndex) }, erasePerson),
    },
    accounts: composeAccounts(deps),
    realtime: {
      piece: bind(deps, livePiece),
    },
    mail: {
      carry: bind(deps, carryEffect),
      confirmation: bind(deps, openConfirmation),
      confirm: bind(deps, confirmAddress),
      openStop: bind(deps, openStop),
      stop: bind(deps, stopMails),
      wishes: bind(deps, listOwnWishes),
      stopWish: bind(deps, stopOwnWish),
      openDecision: bind(deps, openMailDecision),
      decide: bind(deps, decideByMail),
      deskWish: bind(deps, deskMailWish),
      changeDeskWish: bind(deps, changeDeskMail),
    },
    search: {
      public: bind(deps, searchPublic),
      keep: bind(deps, keepIndex),
      canWait,
      due: bind(deps, indexDue),
      clear: bind(deps, clearIndexes),
      fill: bind(deps, fillIndexes),
    },
    transfer: {
      askForExport: bind(deps, askForExport),
      mayFetchExport: bind(deps, mayFetchExport),
      export: bind(deps, exportEverything),
    },
    settings: {
      read: bind(deps, readSettings),
      change: bind(deps, changeSettings),
      theme: bind(deps, readTheme),
      icon: bind(deps, printIcon),
      words: bind(deps, readWordLists),
      changeWords: bind(deps, changeWordList),
    },
  }
}

export type Stet = ReturnType<typeof compose>

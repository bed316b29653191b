import type { Clock } from '../kernel/clock'
import type { Ids } from '../kernel/ids'
import type { OutboxStore } from '../outbox/outbox-store'
import type { Ports } from '../ports'
import type { Database } from './database'
import { PrismaAccountStore } from './prisma-account-store'
import { PrismaArticleStore } from './prisma-article-store'
import { PrismaMediaStore } from './prisma-media-store'
import { PrismaSettingsStore } from './prisma-settings-store'
import { SqlAccountLetterStore } from './sql-account-letter-store'
import { SqlAddressSalts } from './sql-address-salts'
import { SqlArticleLocks } from './sql-article-locks'
import { SqlArticleReader } from './sql-article-reader'
import { SqlCommentStore } from './sql-comment-store'
import { SqlDecisionLog } from './sql-decision-log'
import { SqlDeskMailStore } from './sql-desk-mail-store'
import { SqlDeskStore } from './sql-desk-store'
import { SqlErasureStore } from './sql-erasure-store'
import { SqlExportStore } from './sql-export-store'
import { SqlFeedReader } from './sql-feed-reader'
import { SqlLessonStore } from './sql-lesson-store'
import { SqlLogReader } from './sql-log-reader'
import { SqlMeasureStore } from './sql-measure-store'
import { SqlMailLog } from './sql-mail-log'
import { SqlNoticeStore } from './sql-notice-store'
import { SqlWishStore } from './sql-wish-store'
import { SqlOutboxStore } from './sql-outbox-store'
import { SqlPieceIndex } from './sql-piece-index'
import { SqlPieceLog } from './sql-piece-log'
import { SqlPieceTies } from './sql-piece-ties'
import { SqlPasskeyStore } from './sql-passkey-store'
import { SqlPeopleReader } from './sql-people-reader'
import { SqlPickStore } from './sql-pick-store'
import { SqlQueueReader } from './sql-queue-reader'
import { SqlRecommendStore } from './sql-recommend-store'
import { SqlRedirectStore } from './sql-redirect-store'
import { SqlReportStore } from './sql-report-store'
import { SqlSearchKeeper } from './sql-search-keeper'
import { SqlScreeningReader } from './sql-screening-reader'
import { SqlSearchReader } from './sql-search-reader'
import { SqlSecondStepStore } from './sql-second-step-store'
import { SqlStaffDoor } from './sql-staff-door'
import { SqlStatisticsReader } from './sql-statistics-reader'
import { SqlReviewStore } from './sql-review-store'
import { SqlThreadReader } from './sql-thread-reader'
import { SqlWordListStore } from './sql-word-list-store'

export type Stores = Pick<
  Ports,
  | 'articleStore'
  | 'articleReader'
  | 'reviewStore'
  | 'pieceLog'
  | 'articleLocks'
  | 'redirectStore'
  | 'pieceIndex'
  | 'pieceTies'
  | 'mediaStore'
  | 'commentStore'
  | 'threadReader'
  | 'feedReader'
  | 'recommendStore'
  | 'reportStore'
  | 'queueReader'
  | 'decisionLog'
  | 'lessonStore'
  | 'screeningReader'
  | 'deskStore'
  | 'pickStore'
  | 'accountStore'
  | 'staffDoor'
  | 'secondStepStore'
  | 'passkeyStore'
  | 'addressSalts'
  | 'measureStore'
  | 'peopleReader'
  | 'erasureStore'
  | 'logReader'
  | 'statisticsReader'
  | 'wishStore'
  | 'noticeStore'
  | 'mailLog'
  | 'deskMailStore'
  | 'accountLetterStore'
  | 'searchKeeper'
  | 'searchReader'
  | 'settingsStore'
  | 'exportStore'
  | 'wordListStore'
> & { readonly outboxStore: OutboxStore }

/** Every store of the business rooms over one open database. */
export const makeStores = (db: Database, clock: Clock, ids: Ids): Stores => {
  const tools = { db, clock, ids }
  return {
    articleStore: new PrismaArticleStore(tools),
    articleReader: new SqlArticleReader(db),
    reviewStore: new SqlReviewStore(tools),
    pieceLog: new SqlPieceLog(tools),
    articleLocks: new SqlArticleLocks(tools),
    redirectStore: new SqlRedirectStore(tools),
    pieceIndex: new SqlPieceIndex(db),
    pieceTies: new SqlPieceTies(db),
    mediaStore: new PrismaMediaStore(tools),
    commentStore: new SqlCommentStore(tools),
    threadReader: new SqlThreadReader(db),
    feedReader: new SqlFeedReader(db),
    recommendStore: new SqlRecommendStore(tools),
    reportStore: new SqlReportStore(tools),
    queueReader: new SqlQueueReader(tools),
    decisionLog: new SqlDecisionLog(db),
    lessonStore: new SqlLessonStore(tools),
    screeningReader: new SqlScreeningReader(db),
    deskStore: new SqlDeskStore(tools),
    pickStore: new SqlPickStore(tools),
    accountStore: new PrismaAccountStore(tools),
    staffDoor: new SqlStaffDoor(tools),
    secondStepStore: new SqlSecondStepStore(tools),
    passkeyStore: new SqlPasskeyStore(tools),
    addressSalts: new SqlAddressSalts(tools),
    measureStore: new SqlMeasureStore(tools),
    erasureStore: new SqlErasureStore(tools),
    peopleReader: new SqlPeopleReader(tools),
    logReader: new SqlLogReader(tools),
    statisticsReader: new SqlStatisticsReader(db),
    wishStore: new SqlWishStore(tools),
    noticeStore: new SqlNoticeStore(tools),
    mailLog: new SqlMailLog(tools),
    deskMailStore: new SqlDeskMailStore(tools),
    accountLetterStore: new SqlAccountLetterStore(tools),
    searchKeeper: new SqlSearchKeeper(db),
    searchReader: new SqlSearchReader(db),
    exportStore: new SqlExportStore(tools),
    settingsStore: new PrismaSettingsStore(tools),
    wordListStore: new SqlWordListStore(tools),
    outboxStore: new SqlOutboxStore(tools),
  }
}

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subscriptionId" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "availableAt" BIGINT NOT NULL,
    "doneAt" BIGINT,
    CONSTRAINT "notice_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "subscription" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mail_log" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "emailKey" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sentAt" BIGINT NOT NULL,
    "refusedAt" BIGINT
);

-- CreateTable
CREATE TABLE "thread" (
    "articleId" TEXT NOT NULL PRIMARY KEY,
    "comments" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "thread_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "article" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Nothing was ever stored in these two: made anew.
DROP TABLE "subscription";
CREATE TABLE "subscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailKey" TEXT NOT NULL,
    "userId" TEXT,
    "guestId" TEXT,
    "createdAt" BIGINT NOT NULL,
    "confirmedAt" BIGINT,
    "endedAt" BIGINT,
    CONSTRAINT "subscription_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "subscription_emailKey_idx" ON "subscription"("emailKey");
CREATE UNIQUE INDEX "subscription_commentId_kind_key" ON "subscription"("commentId", "kind");
DROP TABLE "report";
CREATE TABLE "report" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "reporterKey" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" BIGINT NOT NULL,
    "resolvedAt" BIGINT,
    CONSTRAINT "report_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "report_resolvedAt_createdAt_idx" ON "report"("resolvedAt", "createdAt");
CREATE UNIQUE INDEX "report_commentId_reporterKey_key" ON "report"("commentId", "reporterKey");

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "shown" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "comment" ADD COLUMN "shownReplies" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "comment" ADD COLUMN "branchSize" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "comment" ADD COLUMN "recommends" INTEGER NOT NULL DEFAULT 0;

-- The numbers of the conversations that are there already: the same sums that lib/db/thread-counters.ts keeps.
UPDATE "comment" SET "shown" = 1 WHERE "hiddenAncestors" = 0 AND "id" IN (
    WITH RECURSIVE up("id", "parentId") AS (
        SELECT "id", "parentId" FROM "comment" WHERE "status" = 'approved'
        UNION
        SELECT p."id", p."parentId" FROM up JOIN "comment" p ON p."id" = up."parentId" WHERE p."status" IN ('removed', 'erased'))
    SELECT "id" FROM up);
UPDATE "comment" SET "shownReplies" = n."replies" FROM (
    WITH RECURSIVE up("id", "parentId") AS (
        SELECT "id", "parentId" FROM "comment" WHERE "status" = 'approved'
        UNION
        SELECT p."id", p."parentId" FROM up JOIN "comment" p ON p."id" = up."parentId" WHERE p."status" IN ('removed', 'erased'))
    SELECT "parentId" AS "of", count(*) AS "replies" FROM up WHERE "parentId" IS NOT NULL GROUP BY "parentId") n
WHERE "comment"."id" = n."of";
UPDATE "comment" SET "branchSize" = n."size" FROM (
    SELECT "rootId" AS "of", count(*) AS "size" FROM "comment"
    WHERE "depth" > 0 AND "status" = 'approved' AND "hiddenAncestors" = 0 GROUP BY "rootId") n
WHERE "comment"."id" = n."of";
INSERT INTO "thread" ("articleId", "comments")
SELECT "articleId", count(*) FROM "comment" WHERE "status" = 'approved' AND "hiddenAncestors" = 0 GROUP BY "articleId";

-- Indexes after the sums: they are built once.
DROP INDEX "comment_articleId_depth_status_createdAt_id_idx";
DROP INDEX "comment_rootId_status_createdAt_id_idx";
DROP INDEX "comment_articleId_status_hiddenAncestors_idx";
DROP INDEX "comment_guestId_articleId_createdAt_idx";
DROP INDEX "comment_userId_articleId_createdAt_idx";
CREATE INDEX "comment_roots_idx" ON "comment"("articleId", "createdAt", "id") WHERE "shown" = 1 AND "depth" = 0;
CREATE INDEX "comment_discussed_idx" ON "comment"("articleId", "branchSize", "createdAt", "id") WHERE "shown" = 1 AND "depth" = 0;
CREATE INDEX "comment_replies_idx" ON "comment"("parentId", "createdAt", "id") WHERE "shown" = 1;
CREATE INDEX "comment_lanes_idx" ON "comment"("laneId", "createdAt", "id") WHERE "shown" = 1;
CREATE INDEX "comment_featured_idx" ON "comment"("articleId", "featuredAt") WHERE "featuredAt" IS NOT NULL;
CREATE INDEX "comment_guestId_articleId_createdAt_id_idx" ON "comment"("guestId", "articleId", "createdAt", "id");
CREATE INDEX "comment_userId_articleId_createdAt_id_idx" ON "comment"("userId", "articleId", "createdAt", "id");
CREATE INDEX "comment_userId_createdAt_id_idx" ON "comment"("userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "notice_waiting_idx" ON "notice"("availableAt", "id") WHERE "doneAt" IS NULL;

-- CreateIndex
CREATE UNIQUE INDEX "notice_subscriptionId_commentId_key" ON "notice"("subscriptionId", "commentId");

-- CreateIndex
CREATE INDEX "mail_log_emailKey_sentAt_idx" ON "mail_log"("emailKey", "sentAt");

-- CreateIndex
CREATE INDEX "recommend_readerKey_commentId_idx" ON "recommend"("readerKey", "commentId");

-- Effects queued before now tell less than the new ones, and only the log listened to them.
UPDATE "outbox" SET "doneAt" = "createdAt" WHERE "doneAt" IS NULL AND "kind" = 'comment.changed';

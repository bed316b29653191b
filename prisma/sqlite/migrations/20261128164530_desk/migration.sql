-- DropIndex
DROP INDEX "comment_waiting_idx";

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "floodId" TEXT;
ALTER TABLE "comment" ADD COLUMN "folded" INTEGER;
ALTER TABLE "comment" ADD COLUMN "heldBy" TEXT;
ALTER TABLE "comment" ADD COLUMN "links" INTEGER;
ALTER TABLE "comment" ADD COLUMN "queueWhy" TEXT;
ALTER TABLE "comment" ADD COLUMN "script" TEXT;

-- AlterTable
ALTER TABLE "comment_revision" ADD COLUMN "band0" BIGINT;
ALTER TABLE "comment_revision" ADD COLUMN "band1" BIGINT;
ALTER TABLE "comment_revision" ADD COLUMN "band2" BIGINT;
ALTER TABLE "comment_revision" ADD COLUMN "band3" BIGINT;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN "batchId" TEXT;

-- CreateTable
CREATE TABLE "desk_number" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "n" INTEGER NOT NULL
);

-- CreateTable
CREATE TABLE "desk_note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "desk_note_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "watch" (
    "userId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    PRIMARY KEY ("userId", "articleId")
);

-- CreateIndex
CREATE INDEX "desk_note_commentId_id_idx" ON "desk_note"("commentId", "id");

-- CreateIndex
CREATE INDEX "comment_waiting_idx" ON "comment"("queueOrder", "id", "createdAt", "articleId", "script", "links", "heldBy", "pendingRevisionId", "folded") WHERE "pendingRevisionId" IS NOT NULL AND "folded" IS NULL;

-- CreateIndex
CREATE INDEX "comment_waiting_time_idx" ON "comment"("createdAt", "id", "articleId", "script", "links", "heldBy", "pendingRevisionId", "folded") WHERE "pendingRevisionId" IS NOT NULL AND "folded" IS NULL;

-- CreateIndex
CREATE INDEX "comment_flood_idx" ON "comment"("floodId", "folded", "queueOrder", "id") WHERE "floodId" IS NOT NULL AND "pendingRevisionId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_all_idx" ON "comment"("createdAt", "id") WHERE "version" > 0;

-- CreateIndex
CREATE INDEX "comment_piece_idx" ON "comment"("articleId", "createdAt", "id") WHERE "version" > 0;

-- CreateIndex
CREATE INDEX "comment_revision_band0_idx" ON "comment_revision"("band0", "createdAt") WHERE "band0" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_revision_band1_idx" ON "comment_revision"("band1", "createdAt") WHERE "band1" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_revision_band2_idx" ON "comment_revision"("band2", "createdAt") WHERE "band2" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_revision_band3_idx" ON "comment_revision"("band3", "createdAt") WHERE "band3" IS NOT NULL;

-- CreateIndex
CREATE INDEX "decision_batch_idx" ON "decision"("batchId", "id") WHERE "batchId" IS NOT NULL;


-- The numbers of what is there already.
INSERT INTO "desk_number" ("name", "n") SELECT "status", count(*) FROM "comment" GROUP BY "status";
INSERT INTO "desk_number" ("name", "n") SELECT 'waiting', count(*) FROM "comment" WHERE "pendingRevisionId" IS NOT NULL HAVING count(*) > 0;

-- DropIndex
DROP INDEX "comment_all_idx";

-- DropIndex
DROP INDEX "comment_piece_idx";

-- CreateIndex
CREATE INDEX "comment_likely_good_idx" ON "comment"("spamScore", "queueOrder", "id") WHERE "pendingRevisionId" IS NOT NULL AND "folded" IS NULL AND "spamScore" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_desk_all_idx" ON "comment"("createdAt", "id") WHERE "depth" >= 0;

-- CreateIndex
CREATE INDEX "comment_desk_piece_idx" ON "comment"("articleId", "createdAt", "id") WHERE "depth" >= 0;

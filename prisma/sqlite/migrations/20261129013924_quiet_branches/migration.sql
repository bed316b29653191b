-- DropIndex
DROP INDEX "comment_discussed_idx";

-- CreateIndex
CREATE INDEX "comment_discussed_idx" ON "comment"("articleId", "branchSize", "createdAt", "id") WHERE "shown" = 1 AND "depth" = 0 AND "branchSize" > 0;

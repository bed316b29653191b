-- DropIndex
DROP INDEX "comment_replies_idx";

-- DropIndex
DROP INDEX "comment_lanes_idx";

-- DropIndex
DROP INDEX "comment_feed_idx";

-- CreateIndex
CREATE INDEX "comment_replies_idx" ON "comment"("parentId", "createdAt", "id") WHERE "shown" = 1 AND "parentId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_lanes_idx" ON "comment"("laneId", "createdAt", "id") WHERE "shown" = 1 AND "laneId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_feed_idx" ON "comment"("articleId", "createdAt", "id") WHERE "shown" = 1 AND "depth" > 0;

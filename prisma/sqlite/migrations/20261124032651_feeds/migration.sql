-- CreateIndex
CREATE INDEX "article_revision_id_createdAt_idx" ON "article_revision"("id", "createdAt");

-- CreateIndex
CREATE INDEX "comment_feed_idx" ON "comment"("articleId", "createdAt", "id") WHERE "status" = 'approved';

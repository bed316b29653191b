-- CreateIndex
CREATE INDEX "comment_feed_idx" ON "comment"("articleId", "createdAt", "id") WHERE ("status" = 'approved');

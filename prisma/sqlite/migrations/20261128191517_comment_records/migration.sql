-- CreateIndex
CREATE INDEX "comment_guest_record_idx" ON "comment"("guestId", "status", "createdAt") WHERE "guestId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_user_record_idx" ON "comment"("userId", "status", "createdAt") WHERE "userId" IS NOT NULL;

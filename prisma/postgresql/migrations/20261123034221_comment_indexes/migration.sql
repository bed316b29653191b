-- DropIndex
DROP INDEX "comment_rootId_createdAt_id_idx";

-- DropIndex
DROP INDEX "comment_waiting_idx";

-- CreateIndex
CREATE INDEX "comment_rootId_status_createdAt_id_idx" ON "comment"("rootId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "comment_waiting_idx" ON "comment"("queueOrder", "id", "pendingRevisionId") WHERE ("pendingRevisionId" IS NOT NULL);

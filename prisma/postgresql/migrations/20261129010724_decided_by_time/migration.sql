-- DropIndex
DROP INDEX "comment_guest_record_idx";

-- DropIndex
DROP INDEX "comment_user_record_idx";

-- DropIndex
DROP INDEX "decision_commentId_id_idx";

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "commentAt" BIGINT;

-- CreateIndex
CREATE INDEX "comment_guest_time_idx" ON "comment"("guestId", "createdAt", "id") WHERE ("guestId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "comment_guest_against_idx" ON "comment"("guestId", "createdAt", "id") WHERE ("guestId" IS NOT NULL AND ("status" = 'rejected' OR "status" = 'spam'));

-- CreateIndex
CREATE INDEX "comment_user_against_idx" ON "comment"("userId", "createdAt", "id") WHERE ("userId" IS NOT NULL AND ("status" = 'rejected' OR "status" = 'spam'));

-- Of the decisions that are there already
UPDATE "decision" SET "commentAt" = (SELECT "createdAt" FROM "comment" WHERE "comment"."id" = "decision"."commentId");

-- CreateIndex
CREATE INDEX "decision_comment_idx" ON "decision"("commentAt", "commentId", "id");

-- DropIndex
DROP INDEX "notice_subscriptionId_commentId_key";

-- AlterTable
ALTER TABLE "notice" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "cause" TEXT NOT NULL DEFAULT 'news';

-- CreateIndex
CREATE UNIQUE INDEX "notice_subscriptionId_cause_commentId_key" ON "notice"("subscriptionId", "cause", "commentId");

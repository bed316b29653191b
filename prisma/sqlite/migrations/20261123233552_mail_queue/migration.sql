-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_notice" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "subscriptionId" TEXT NOT NULL,
    "cause" TEXT NOT NULL DEFAULT 'news',
    "emailKey" TEXT NOT NULL,
    "commentId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "availableAt" BIGINT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" BIGINT,
    CONSTRAINT "notice_subscriptionId_fkey" FOREIGN KEY ("subscriptionId") REFERENCES "subscription" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_notice" ("availableAt", "commentId", "createdAt", "doneAt", "emailKey", "id", "subscriptionId") SELECT "availableAt", "commentId", "createdAt", "doneAt", "emailKey", "id", "subscriptionId" FROM "notice";
DROP TABLE "notice";
ALTER TABLE "new_notice" RENAME TO "notice";
CREATE INDEX "notice_waiting_idx" ON "notice"("availableAt", "id") WHERE "doneAt" IS NULL;
CREATE UNIQUE INDEX "notice_subscriptionId_cause_commentId_key" ON "notice"("subscriptionId", "cause", "commentId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

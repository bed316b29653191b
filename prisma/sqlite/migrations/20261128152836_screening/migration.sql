-- AlterTable
ALTER TABLE "comment" ADD COLUMN "spamProbe" INTEGER;
ALTER TABLE "comment" ADD COLUMN "spamScore" INTEGER;

-- CreateTable
CREATE TABLE "comment_domain" (
    "domain" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "commentId" TEXT NOT NULL,

    PRIMARY KEY ("domain", "createdAt", "commentId"),
    CONSTRAINT "comment_domain_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "learner_snapshot" (
    "position" TEXT NOT NULL PRIMARY KEY,
    "version" INTEGER NOT NULL,
    "lessons" INTEGER NOT NULL,
    "weights" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "comment_domain_commentId_idx" ON "comment_domain"("commentId");

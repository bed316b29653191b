-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "spamProbe" INTEGER,
ADD COLUMN     "spamScore" INTEGER;

-- CreateTable
CREATE TABLE "comment_domain" (
    "domain" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "commentId" TEXT NOT NULL,

    CONSTRAINT "comment_domain_pkey" PRIMARY KEY ("domain","createdAt","commentId")
);

-- CreateTable
CREATE TABLE "learner_snapshot" (
    "position" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lessons" INTEGER NOT NULL,
    "weights" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "learner_snapshot_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE INDEX "comment_domain_commentId_idx" ON "comment_domain"("commentId");

-- AddForeignKey
ALTER TABLE "comment_domain" ADD CONSTRAINT "comment_domain_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "measure" ADD COLUMN "actId" TEXT;
ALTER TABLE "measure" ADD COLUMN "liftedBy" TEXT;
ALTER TABLE "measure" ADD COLUMN "note" TEXT;
ALTER TABLE "measure" ADD COLUMN "personKey" TEXT;
ALTER TABLE "measure" ADD COLUMN "readAt" BIGINT;

-- AlterTable
ALTER TABLE "comment" ADD COLUMN "reportScore" INTEGER;

-- AlterTable
ALTER TABLE "report" ADD COLUMN "outcome" TEXT;
ALTER TABLE "report" ADD COLUMN "outcomeBy" TEXT;
ALTER TABLE "report" ADD COLUMN "weight" INTEGER;

-- CreateTable
CREATE TABLE "measure_decision" (
    "actId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,

    PRIMARY KEY ("actId", "decisionId")
);

-- CreateTable
CREATE TABLE "person_note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personKey" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "address_salt" (
    "period" TEXT NOT NULL PRIMARY KEY,
    "salt" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "desk_mail" (
    "userId" TEXT NOT NULL PRIMARY KEY,
    "rhythm" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "nextAt" BIGINT NOT NULL,
    "toldUntil" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "person_note_personKey_id_idx" ON "person_note"("personKey", "id");

-- CreateIndex
CREATE INDEX "desk_mail_nextAt_idx" ON "desk_mail"("nextAt");

-- CreateIndex
CREATE INDEX "user_createdAt_id_idx" ON "user"("createdAt", "id");

-- CreateIndex
CREATE INDEX "guest_createdAt_id_idx" ON "guest"("createdAt", "id");

-- CreateIndex
CREATE INDEX "measure_standing_idx" ON "measure"("targetKey") WHERE "liftedAt" IS NULL;

-- CreateIndex
CREATE INDEX "measure_personKey_createdAt_id_idx" ON "measure"("personKey", "createdAt", "id");

-- CreateIndex
CREATE INDEX "measure_actId_idx" ON "measure"("actId");

-- CreateIndex
CREATE INDEX "comment_reported_idx" ON "comment"("reportScore", "createdAt", "id") WHERE "reportScore" IS NOT NULL;

-- CreateIndex
CREATE INDEX "comment_addressKey_idx" ON "comment"("addressKey");

-- CreateIndex
CREATE INDEX "comment_mail_idx" ON "comment"("emailKey") WHERE "emailKey" <> '';

-- CreateIndex
CREATE INDEX "comment_name_idx" ON "comment"("nameKey") WHERE "nameKey" <> '';

-- CreateIndex
CREATE INDEX "decision_createdAt_id_idx" ON "decision"("createdAt", "id");

-- CreateIndex
CREATE INDEX "report_reporterKey_outcome_idx" ON "report"("reporterKey", "outcome");

-- CreateIndex
CREATE INDEX "audit_action_createdAt_id_idx" ON "audit"("action", "createdAt", "id");

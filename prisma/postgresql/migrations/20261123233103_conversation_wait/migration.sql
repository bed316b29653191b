-- CreateIndex
CREATE INDEX "decision_waited_idx" ON "decision"("createdAt", "id") WHERE ("actorKind" = 'user' AND "fromStatus" = 'pending');

ALTER TABLE "audit" ADD COLUMN "publication_id" uuid;--> statement-breakpoint
CREATE INDEX "outbox_order" ON "outbox" USING btree ("transaction_id","position");
ALTER TABLE "campaigns" ADD COLUMN "embargo_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "embargo_until" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "publications_embargo" ON "publications" USING btree ("embargo_until") WHERE "publications"."embargo_until" is not null;
CREATE UNIQUE INDEX "agency_once" ON "agency" USING btree ((true));--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree (lower("name")) WHERE "units"."ended_at" is null;
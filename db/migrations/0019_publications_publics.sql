CREATE TABLE "publics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "public_id" uuid;--> statement-breakpoint
CREATE UNIQUE INDEX "publics_name" ON "publics" USING btree (lower("name")) WHERE "publics"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_public_id_publics_id_fk" FOREIGN KEY ("public_id") REFERENCES "public"."publics"("id") ON DELETE no action ON UPDATE no action;
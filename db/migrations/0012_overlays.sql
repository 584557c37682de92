CREATE TABLE "overlay_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"overlay_id" uuid NOT NULL,
	"title" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "overlays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"unit_id" uuid,
	"sealed_address" text,
	"file_text" text,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	"problem" jsonb,
	"content_hash" text,
	"event_count" integer NOT NULL,
	"is_cut" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "overlay_events" ADD CONSTRAINT "overlay_events_overlay_id_overlays_id_fk" FOREIGN KEY ("overlay_id") REFERENCES "public"."overlays"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overlay_events_days" ON "overlay_events" USING btree ("overlay_id","first_day");--> statement-breakpoint
CREATE INDEX "overlays_owner" ON "overlays" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "overlays_unit" ON "overlays" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "overlays_due" ON "overlays" USING btree ("due_at");
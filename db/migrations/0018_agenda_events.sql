CREATE TABLE "agenda_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"time_kind" text NOT NULL,
	"day" date NOT NULL,
	"clock" text,
	"notes" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone,
	"cancelled_by" uuid,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "agenda_event_id" uuid;--> statement-breakpoint
ALTER TABLE "agenda_events" ADD CONSTRAINT "agenda_events_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_events" ADD CONSTRAINT "agenda_events_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_events" ADD CONSTRAINT "agenda_events_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agenda_events_day" ON "agenda_events" USING btree ("day","id");--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_agenda_event_id_agenda_events_id_fk" FOREIGN KEY ("agenda_event_id") REFERENCES "public"."agenda_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publications_agenda_event" ON "publications" USING btree ("agenda_event_id") WHERE "publications"."agenda_event_id" is not null;
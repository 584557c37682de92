CREATE TABLE "mail_choices" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"off" text[] NOT NULL,
	"quiet" jsonb,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "not_before" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "mail_choices" ADD CONSTRAINT "mail_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "briefing_outlines" (
	"publication_id" uuid PRIMARY KEY NOT NULL,
	"template_id" uuid NOT NULL,
	"summary_prompt" text NOT NULL,
	"questions" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_authors" (
	"template_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "template_authors_template_id_person_id_pk" PRIMARY KEY("template_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"objective" text NOT NULL,
	"subject_class" text,
	"language" text NOT NULL,
	"account_ids" uuid[] NOT NULL,
	"main_text" text NOT NULL,
	"key_messages" jsonb NOT NULL,
	"not_to_say" jsonb NOT NULL,
	"summary_prompt" text NOT NULL,
	"questions" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "briefing_outlines" ADD CONSTRAINT "briefing_outlines_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing_outlines" ADD CONSTRAINT "briefing_outlines_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_authors" ADD CONSTRAINT "template_authors_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_authors" ADD CONSTRAINT "template_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "templates" ADD CONSTRAINT "templates_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "templates_unit" ON "templates" USING btree ("unit_id");
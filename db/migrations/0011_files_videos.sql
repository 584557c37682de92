ALTER TABLE "files" ADD COLUMN "duration_ms" integer;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "video_codec" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "audio_codec" text;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "upload_id" text;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "captions_file_id" uuid;--> statement-breakpoint
ALTER TABLE "media" ADD COLUMN "transcript" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_captions_file_id_files_id_fk" FOREIGN KEY ("captions_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "files_upload" ON "files" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "media_captions" ON "media" USING btree ("captions_file_id") WHERE "media"."captions_file_id" is not null;
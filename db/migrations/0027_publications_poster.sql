ALTER TABLE "media" ADD COLUMN "poster_file_id" uuid;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_poster_file_id_files_id_fk" FOREIGN KEY ("poster_file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_poster" ON "media" USING btree ("poster_file_id") WHERE "media"."poster_file_id" is not null;
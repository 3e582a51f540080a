CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"stored_as" text NOT NULL,
	"name" text NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text DEFAULT 'kept' NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_state" CHECK ("files"."state" in ('kept', 'removed')),
	CONSTRAINT "files_are_not_empty" CHECK ("files"."bytes" > 0),
	CONSTRAINT "files_are_named" CHECK (char_length("files"."name") between 1 and 200),
	CONSTRAINT "files_sha256" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_of_postmortem" ON "files" USING btree ("postmortem_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "files_by_key" ON "files" USING btree ("stored_as");
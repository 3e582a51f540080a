CREATE TABLE "named_postmortems" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"version_id" text,
	"named_id" text NOT NULL,
	CONSTRAINT "one_row_per_named_postmortem" UNIQUE NULLS NOT DISTINCT("postmortem_id","version_id","named_id")
);
--> statement-breakpoint
ALTER TABLE "named_postmortems" ADD CONSTRAINT "named_postmortems_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_postmortems" ADD CONSTRAINT "named_postmortems_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_postmortems" ADD CONSTRAINT "named_postmortems_named_id_postmortems_id_fk" FOREIGN KEY ("named_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "named_postmortems_by_named" ON "named_postmortems" USING btree ("named_id");
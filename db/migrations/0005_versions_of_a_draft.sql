CREATE TABLE "contributors" (
	"postmortem_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "contributors_pk" PRIMARY KEY("postmortem_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "versions" ALTER COLUMN "number" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "edited_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD COLUMN "period_from" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "changed" jsonb;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "versions_of_postmortem" ON "versions" USING btree ("postmortem_id","made_at");--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "published_versions_have_a_number" CHECK (("versions"."number" is null) = ("versions"."published_at" is null));--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "only_publishing_names_who_made_a_version" CHECK ("versions"."number" is not null or "versions"."made_by_id" is null);
CREATE TABLE "template_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"kind_id" text,
	"severity_id" text,
	"template_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "templates" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "template_rules" ADD CONSTRAINT "template_rules_kind_id_terms_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_rules" ADD CONSTRAINT "template_rules_severity_id_terms_id_fk" FOREIGN KEY ("severity_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_rules" ADD CONSTRAINT "template_rules_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_template_rule" ON "template_rules" USING btree (coalesce("kind_id", ''),coalesce("severity_id", ''));
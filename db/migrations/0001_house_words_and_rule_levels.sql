CREATE TABLE "notes_by_rule" (
	"postmortem_id" text NOT NULL,
	"rule_id" text NOT NULL,
	"standing" integer NOT NULL,
	"kept" integer NOT NULL,
	"not_useful" integer NOT NULL,
	CONSTRAINT "notes_by_rule_pk" PRIMARY KEY("postmortem_id","rule_id"),
	CONSTRAINT "notes_by_rule_counts" CHECK (least("notes_by_rule"."standing", "notes_by_rule"."kept", "notes_by_rule"."not_useful") >= 0
        and "notes_by_rule"."standing" + "notes_by_rule"."kept" + "notes_by_rule"."not_useful" > 0)
);
--> statement-breakpoint
CREATE TABLE "house_words" (
	"list" text NOT NULL,
	"position" integer NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "house_words_pk" PRIMARY KEY("list","position"),
	CONSTRAINT "house_words_list" CHECK ("house_words"."list" in ('roles', 'systems', 'twoFaced', 'allowed')),
	CONSTRAINT "house_words_length" CHECK (char_length("house_words"."word") between 2 and 80),
	CONSTRAINT "house_words_count" CHECK ("house_words"."position" between 0 and 199)
);
--> statement-breakpoint
CREATE TABLE "rule_levels" (
	"rule_id" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	CONSTRAINT "rule_levels_rule" CHECK ("rule_levels"."rule_id" ~ '^[a-z][a-z0-9-]{0,63}$'),
	CONSTRAINT "rule_levels_level" CHECK ("rule_levels"."level" in ('off', 'info', 'hint', 'warn'))
);
--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "words_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "levels_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notes_by_rule" ADD CONSTRAINT "notes_by_rule_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_house_word_per_list" ON "house_words" USING btree ("list",lower("word"));--> statement-breakpoint
CREATE UNIQUE INDEX "one_list_per_house_word" ON "house_words" USING btree (lower("word")) WHERE "house_words"."list" <> 'allowed';
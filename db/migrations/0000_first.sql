CREATE TABLE "library_rows" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"version_id" text,
	"item_id" text NOT NULL,
	"kind" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"text" text NOT NULL,
	"attributes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"visibility" text NOT NULL,
	"restricted" boolean NOT NULL,
	"visible_from" timestamp with time zone,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "one_row_per_item" UNIQUE NULLS NOT DISTINCT("postmortem_id","version_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"promise" text DEFAULT '' NOT NULL,
	"promise_signed_by" text DEFAULT '' NOT NULL,
	"promise_signed_at" timestamp with time zone,
	"sample_loaded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_organisation" CHECK ("organisation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"team_id" text,
	"retired_at" timestamp with time zone,
	"merged_into_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team_members" (
	"team_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "team_members_pk" PRIMARY KEY("team_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"retired_at" timestamp with time zone,
	"merged_into_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"template_id" text NOT NULL,
	"number" integer NOT NULL,
	"sections" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_template_version_per_number" UNIQUE("template_id","number")
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"retired_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_template_per_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"id" text PRIMARY KEY NOT NULL,
	"list" text NOT NULL,
	"name" text NOT NULL,
	"help" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	"merged_into_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_account_per_provider" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "attempts_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text DEFAULT 'join' NOT NULL,
	"email" text,
	"person_id" text,
	"role" text DEFAULT 'member' NOT NULL,
	"team_id" text,
	"postmortem_id" text,
	"postmortem_role" text,
	"invited_by_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_invitation_per_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'member' NOT NULL,
	"role_title" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"theme" text DEFAULT 'auto' NOT NULL,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_role" CHECK ("people"."role" in ('admin', 'member'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_session_per_token" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access" (
	"postmortem_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"role" text NOT NULL,
	"because" text DEFAULT '' NOT NULL,
	"given_by_id" text,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "access_pk" PRIMARY KEY("postmortem_id","subject_kind","subject_id"),
	CONSTRAINT "owners_are_people" CHECK ("access"."role" <> 'owner' or "access"."subject_kind" = 'person')
);
--> statement-breakpoint
CREATE TABLE "change_progress" (
	"postmortem_id" text NOT NULL,
	"item_id" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"due_on" text,
	"tracker_url" text,
	"did_it_help" text,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "change_progress_pk" PRIMARY KEY("postmortem_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "document_snapshots" (
	"postmortem_id" text PRIMARY KEY NOT NULL,
	"state" "bytea" NOT NULL,
	"seq" bigint NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_updates" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"update" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"postmortem_id" text,
	"person_id" text,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"person_id" text,
	"role_title" text DEFAULT '' NOT NULL,
	"named" boolean DEFAULT false NOT NULL,
	CONSTRAINT "one_participant_per_person" UNIQUE("postmortem_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "postmortem_services" (
	"postmortem_id" text NOT NULL,
	"service_id" text NOT NULL,
	CONSTRAINT "postmortem_services_pk" PRIMARY KEY("postmortem_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "postmortem_teams" (
	"postmortem_id" text NOT NULL,
	"team_id" text NOT NULL,
	CONSTRAINT "postmortem_teams_pk" PRIMARY KEY("postmortem_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "postmortems" (
	"id" text PRIMARY KEY NOT NULL,
	"number" serial NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"not_required_because" text,
	"unpublished_because" text,
	"owner_id" text NOT NULL,
	"visibility" text DEFAULT 'invited' NOT NULL,
	"restricted" boolean DEFAULT false NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"kind_id" text,
	"severity_id" text,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"template_version_id" text,
	"milestones" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"started_at" timestamp with time zone,
	"progress" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note_count" integer DEFAULT 0 NOT NULL,
	"projected_seq" bigint DEFAULT 0 NOT NULL,
	"published_version_id" text,
	"published_at" timestamp with time zone,
	"visible_from" timestamp with time zone,
	"trashed_at" timestamp with time zone,
	"trashed_by_id" text,
	"copied_from_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_postmortem_per_number" UNIQUE("number"),
	CONSTRAINT "not_required_says_why" CHECK ("postmortems"."state" <> 'not_required' or coalesce("postmortems"."not_required_because", '') <> ''),
	CONSTRAINT "published_has_a_version" CHECK ("postmortems"."state" <> 'published' or "postmortems"."published_version_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"id" text PRIMARY KEY NOT NULL,
	"postmortem_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"document" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"waivers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"template_version_id" text,
	"made_by_id" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	CONSTRAINT "one_version_per_number" UNIQUE("postmortem_id","number")
);
--> statement-breakpoint
ALTER TABLE "library_rows" ADD CONSTRAINT "library_rows_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_rows" ADD CONSTRAINT "library_rows_version_id_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "service_merged_into" FOREIGN KEY ("merged_into_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "team_merged_into" FOREIGN KEY ("merged_into_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_versions" ADD CONSTRAINT "template_versions_template_id_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."templates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "terms" ADD CONSTRAINT "term_merged_into" FOREIGN KEY ("merged_into_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_id_people_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access" ADD CONSTRAINT "access_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access" ADD CONSTRAINT "access_given_by_id_people_id_fk" FOREIGN KEY ("given_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change_progress" ADD CONSTRAINT "change_progress_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_snapshots" ADD CONSTRAINT "document_snapshots_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_services" ADD CONSTRAINT "postmortem_services_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_services" ADD CONSTRAINT "postmortem_services_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_teams" ADD CONSTRAINT "postmortem_teams_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortem_teams" ADD CONSTRAINT "postmortem_teams_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_kind_id_terms_id_fk" FOREIGN KEY ("kind_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_severity_id_terms_id_fk" FOREIGN KEY ("severity_id") REFERENCES "public"."terms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postmortems" ADD CONSTRAINT "postmortems_template_version_id_template_versions_id_fk" FOREIGN KEY ("template_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_postmortem_id_postmortems_id_fk" FOREIGN KEY ("postmortem_id") REFERENCES "public"."postmortems"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_template_version_id_template_versions_id_fk" FOREIGN KEY ("template_version_id") REFERENCES "public"."template_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_made_by_id_people_id_fk" FOREIGN KEY ("made_by_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "library_search" ON "library_rows" USING gin ("search");--> statement-breakpoint
CREATE INDEX "library_rows_of_postmortem" ON "library_rows" USING btree ("postmortem_id","version_id");--> statement-breakpoint
CREATE INDEX "library_rows_by_kind" ON "library_rows" USING btree ("kind");--> statement-breakpoint
CREATE UNIQUE INDEX "one_service_per_name" ON "services" USING btree (lower("name")) WHERE "services"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_team_per_name" ON "teams" USING btree (lower("name")) WHERE "teams"."retired_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_term_per_name" ON "terms" USING btree ("list",lower("name")) WHERE "terms"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_of_person" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_per_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "access_of_subject" ON "access" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "updates_of_document" ON "document_updates" USING btree ("postmortem_id","seq");--> statement-breakpoint
CREATE INDEX "events_of_postmortem" ON "events" USING btree ("postmortem_id","id");--> statement-breakpoint
CREATE INDEX "postmortems_by_state" ON "postmortems" USING btree ("state","edited_at");
-- Tickets: what is reported, who has it, and when it is due. What happened is appended to ticket_event and never
-- changed; every time in `ticket` that a clock ends at is computed from those events and may be computed again.

CREATE TABLE ticket (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  -- short, for people on the phone
  number text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('repair', 'cleaning', 'hazard', 'praise')),
  category_id uuid NOT NULL,
  place_id uuid,
  place_note text NOT NULL DEFAULT '',
  -- of the place, for the board's filter and for dispatch
  building_id uuid,
  asset_id uuid,
  urgency text NOT NULL DEFAULT 'normal' CHECK (urgency IN ('normal', 'urgent')),
  -- distinct people who have met it
  priority integer NOT NULL DEFAULT 1,
  words text NOT NULL DEFAULT '',
  answers jsonb NOT NULL DEFAULT '[]',
  wanted_from timestamptz,
  wanted_until timestamptz,
  phone text NOT NULL DEFAULT '',
  channel text NOT NULL CHECK (channel IN ('app', 'door', 'hotline', 'wecom', 'paper', 'import')),
  requester_id uuid NOT NULL,
  reported_by_id uuid NOT NULL,
  status text NOT NULL DEFAULT 'new' CHECK
    (status IN ('new', 'assigned', 'accepted', 'working', 'hung', 'done', 'confirmed', 'refused', 'cancelled')),
  closed_kind text CHECK (closed_kind IN ('fixed', 'temporary', 'notFixed')),
  assignee_id uuid,
  -- whoever has it stays accountable until the next one accepts
  accountable_id uuid,
  merged_into uuid,
  cycle integer NOT NULL DEFAULT 1,
  -- as of the last act; what time itself has logged since stands in the log alone
  last_event integer NOT NULL DEFAULT 1,
  bounces integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  -- until somebody was accountable for the first time, nobody was
  owned_at timestamptz,
  -- of the present cycle; earlier cycles stand in past_cycle
  started_at timestamptz NOT NULL,
  responded_at timestamptz,
  planned_at timestamptz,
  planned_for timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  response_due_at timestamptz,
  plan_due_at timestamptz,
  resolve_due_at timestamptz,
  is_provisional boolean NOT NULL DEFAULT false,
  -- the next of its deadlines, far ahead when no clock runs: what lists are sorted by
  due_at timestamptz NOT NULL,
  hang_reason text NOT NULL DEFAULT '',
  promised_on date,
  doer_id uuid,
  visit_due_at timestamptz,
  visit_state text CHECK (visit_state IN ('due', 'satisfied', 'unsatisfied', 'unreachable')),
  visit_attempts integer NOT NULL DEFAULT 0,
  -- warnings and escalations ahead as of the last act, [{"at": epoch ms, "clock": …, "step": …}] in order; ticket_step
  -- says which of them is next
  steps jsonb NOT NULL DEFAULT '[]',
  -- what tells two rows of an imported history apart
  import_key bytea,
  PRIMARY KEY (org_id, ticket_id),
  UNIQUE (org_id, number),
  FOREIGN KEY (org_id, category_id) REFERENCES category,
  FOREIGN KEY (org_id, place_id) REFERENCES place,
  FOREIGN KEY (org_id, asset_id) REFERENCES asset,
  FOREIGN KEY (org_id, requester_id) REFERENCES person,
  FOREIGN KEY (org_id, reported_by_id) REFERENCES person,
  FOREIGN KEY (org_id, assignee_id) REFERENCES person,
  FOREIGN KEY (org_id, accountable_id) REFERENCES person,
  FOREIGN KEY (org_id, merged_into) REFERENCES ticket,
  CHECK (merged_into <> ticket_id)
);
-- Board and table read each status by deadline, and count it, from one of these, as they are narrowed.
CREATE INDEX ticket_board ON ticket (org_id, status, due_at, ticket_id) WHERE merged_into IS NULL;
CREATE INDEX ticket_board_urgent ON ticket (org_id, status, due_at, ticket_id)
  WHERE merged_into IS NULL AND urgency = 'urgent';
CREATE INDEX ticket_by_kind ON ticket (org_id, kind, status, due_at, ticket_id) WHERE merged_into IS NULL;
CREATE INDEX ticket_by_building ON ticket (org_id, building_id, status, due_at, ticket_id) WHERE merged_into IS NULL;
CREATE INDEX ticket_by_category ON ticket (org_id, category_id, status, due_at, ticket_id) WHERE merged_into IS NULL;
CREATE INDEX ticket_by_assignee ON ticket (org_id, assignee_id, status, due_at, ticket_id)
  WHERE merged_into IS NULL AND assignee_id IS NOT NULL;
CREATE INDEX ticket_newest ON ticket (org_id, status, created_at, ticket_id) WHERE merged_into IS NULL;
CREATE INDEX ticket_visit_due ON ticket (org_id, visit_due_at, ticket_id)
  WHERE merged_into IS NULL AND visit_state = 'due';

CREATE INDEX ticket_by_age ON ticket (org_id, created_at, ticket_id);
CREATE INDEX ticket_by_place ON ticket (org_id, place_id, status);
CREATE INDEX ticket_by_asset ON ticket (org_id, asset_id, status) WHERE asset_id IS NOT NULL;
CREATE INDEX ticket_by_requester ON ticket (org_id, requester_id, created_at);
CREATE INDEX ticket_by_reporter ON ticket (org_id, reported_by_id, created_at) WHERE reported_by_id <> requester_id;
CREATE INDEX ticket_merged ON ticket (org_id, merged_into) WHERE merged_into IS NOT NULL;

-- Chinese has no spaces to cut words at: words are found by the letters in them, and then read.
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE INDEX ticket_by_letters ON ticket USING gin (org_id, string_to_array(lower(words COLLATE "C"), NULL));
CREATE UNIQUE INDEX ticket_imported_once ON ticket (org_id, import_key) WHERE import_key IS NOT NULL;

CREATE TABLE ticket_event (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  event_number integer NOT NULL,
  cycle integer NOT NULL,
  at timestamptz NOT NULL,
  kind text NOT NULL,
  -- nobody: time itself
  by_id uuid,
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, ticket_id, event_number),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);
CREATE TRIGGER ticket_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ticket_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- What a cycle had come to when its ticket was reopened.
CREATE TABLE past_cycle (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  cycle integer NOT NULL,
  started_at timestamptz NOT NULL,
  responded_at timestamptz,
  planned_at timestamptz,
  resolved_at timestamptz,
  response_due_at timestamptz,
  plan_due_at timestamptz,
  resolve_due_at timestamptz,
  is_provisional boolean NOT NULL,
  doer_id uuid,
  closed_kind text,
  visit_due_at timestamptz,
  visit_state text,
  PRIMARY KEY (org_id, ticket_id, cycle),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);

-- Every cycle of every ticket, the present one too, as one looks at them by hand.
CREATE VIEW ticket_cycle AS
  SELECT org_id, ticket_id, cycle, started_at, responded_at, planned_at, resolved_at, response_due_at, plan_due_at,
    resolve_due_at, is_provisional, doer_id, closed_kind, visit_due_at, visit_state, true AS is_present
  FROM ticket
  UNION ALL
  SELECT org_id, ticket_id, cycle, started_at, responded_at, planned_at, resolved_at, response_due_at, plan_due_at,
    resolve_due_at, is_provisional, doer_id, closed_kind, visit_due_at, visit_state, false
  FROM past_cycle;

-- People besides the requester who have met the same.
CREATE TABLE ticket_follower (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, ticket_id, person_id),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket,
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX ticket_follower_by_person ON ticket_follower (org_id, person_id, at);

CREATE TABLE ticket_photo (
  org_id integer NOT NULL,
  photo_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  cycle integer NOT NULL,
  stage text NOT NULL CHECK (stage IN ('report', 'finish')),
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  webp bytea NOT NULL,
  PRIMARY KEY (org_id, photo_id),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);
CREATE INDEX ticket_photo_by_ticket ON ticket_photo (org_id, ticket_id);

CREATE TABLE ticket_cost (
  org_id integer NOT NULL,
  cost_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  cycle integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('labour', 'part', 'vendor')),
  name text NOT NULL,
  quantity numeric(10, 2) NOT NULL CHECK (quantity > 0),
  unit_price_fen bigint NOT NULL CHECK (unit_price_fen >= 0),
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, cost_id),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);
CREATE INDEX ticket_cost_by_ticket ON ticket_cost (org_id, ticket_id);

CREATE TABLE ticket_rating (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  cycle integer NOT NULL,
  person_id uuid NOT NULL,
  stars integer NOT NULL CHECK (stars BETWEEN 1 AND 5),
  reasons text[] NOT NULL DEFAULT '{}',
  words text NOT NULL DEFAULT '',
  rated_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, ticket_id, cycle),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);

CREATE TABLE ticket_visit (
  org_id integer NOT NULL,
  ticket_id uuid NOT NULL,
  cycle integer NOT NULL,
  attempt integer NOT NULL CHECK (attempt BETWEEN 1 AND 3),
  by_id uuid NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('satisfied', 'unsatisfied', 'unreachable')),
  words text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, ticket_id, cycle, attempt),
  FOREIGN KEY (org_id, ticket_id) REFERENCES ticket
);

-- 一键已解决: people whom the self-help card was enough for.
CREATE TABLE self_help (
  org_id integer NOT NULL,
  self_help_id uuid NOT NULL,
  category_id uuid NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, self_help_id),
  FOREIGN KEY (org_id, category_id) REFERENCES category
);

CREATE TABLE board_view (
  org_id integer NOT NULL,
  view_id uuid NOT NULL,
  person_id uuid NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  PRIMARY KEY (org_id, view_id),
  UNIQUE (org_id, person_id, name),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);

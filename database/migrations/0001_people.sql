-- The house everything stands in: institutions, people, sessions, and the records of what was asked and done.
-- org_id leads every key, so that institutions cannot meet and the tables can be distributed by it.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE org (
  org_id integer PRIMARY KEY,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]{2,40}$'),
  name text NOT NULL,
  zone text NOT NULL DEFAULT '+08:00' CHECK (zone ~ '^[+-]\d\d:\d\d$')
);

CREATE TABLE special_day (
  org_id integer NOT NULL REFERENCES org,
  day date NOT NULL,
  is_off_day boolean NOT NULL,
  name text NOT NULL DEFAULT '',
  PRIMARY KEY (org_id, day)
);

CREATE TABLE site (
  org_id integer NOT NULL REFERENCES org,
  site_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  PRIMARY KEY (org_id, site_id),
  UNIQUE (org_id, name)
);

CREATE TABLE department (
  org_id integer NOT NULL REFERENCES org,
  department_id uuid NOT NULL DEFAULT gen_random_uuid(),
  parent_id uuid,
  name text NOT NULL,
  -- names and ids from the root down to this one: read with every session, so kept rather than walked
  path text[] NOT NULL,
  path_ids uuid[] NOT NULL,
  PRIMARY KEY (org_id, department_id),
  UNIQUE (org_id, path),
  FOREIGN KEY (org_id, parent_id) REFERENCES department
);

CREATE TABLE person (
  org_id integer NOT NULL REFERENCES org,
  person_id uuid NOT NULL DEFAULT gen_random_uuid(),
  staff_number text NOT NULL,
  name text NOT NULL,
  pinyin text NOT NULL DEFAULT '',
  initials text NOT NULL DEFAULT '',
  department_id uuid NOT NULL,
  site_id uuid,
  phone text NOT NULL DEFAULT '',
  office text NOT NULL DEFAULT '',
  kind text NOT NULL DEFAULT '',
  duties text[] NOT NULL DEFAULT '{}',
  status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'onLeave', 'left')),
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, person_id),
  UNIQUE (org_id, staff_number),
  FOREIGN KEY (org_id, department_id) REFERENCES department,
  FOREIGN KEY (org_id, site_id) REFERENCES site
);
CREATE INDEX person_by_department ON person (org_id, department_id);
CREATE INDEX person_by_phone ON person (phone) WHERE phone <> '';

-- An account of a platform bound to one person. The subject is looked up before the institution is known.
CREATE TABLE identity (
  org_id integer NOT NULL,
  provider text NOT NULL CHECK (provider IN ('wechat', 'alipay', 'device')),
  subject text NOT NULL,
  person_id uuid NOT NULL,
  bound_at timestamptz NOT NULL,
  bound_by text NOT NULL CHECK (bound_by IN ('phone', 'invitation', 'approval')),
  PRIMARY KEY (org_id, provider, subject),
  UNIQUE (org_id, person_id, provider),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX identity_by_subject ON identity (provider, subject);

CREATE TABLE binding_request (
  org_id integer NOT NULL REFERENCES org,
  request_id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  subject text NOT NULL,
  staff_number text NOT NULL,
  name text NOT NULL,
  requested_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  is_approved boolean,
  PRIMARY KEY (org_id, request_id)
);
CREATE UNIQUE INDEX binding_request_open ON binding_request (org_id, provider, subject) WHERE decided_at IS NULL;

-- One-time proofs, stored hashed: invitation codes, sign-in links, confirmed scans.
CREATE TABLE proof (
  org_id integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('invitation', 'link', 'scan')),
  hash bytea NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (org_id, kind, hash),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX proof_by_hash ON proof (kind, hash);
CREATE INDEX proof_by_person ON proof (org_id, person_id, kind);

CREATE TABLE session (
  org_id integer NOT NULL,
  token_hash bytea NOT NULL,
  person_id uuid NOT NULL,
  client text NOT NULL CHECK (client IN ('weapp', 'alipay', 'h5', 'console')),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, token_hash),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX session_by_person ON session (org_id, person_id);

-- Failed attempts to prove oneself, so that codes cannot be tried out.
CREATE TABLE failed_try (
  org_id integer NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  at timestamptz NOT NULL,
  try_id bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (org_id, kind, subject, at, try_id)
);

-- The first answer of every write, so that the same key does nothing twice.
CREATE TABLE command (
  org_id integer NOT NULL,
  person_id uuid NOT NULL,
  key uuid NOT NULL,
  fingerprint bytea NOT NULL,
  -- JSON as it was sent; absent while the write is under way
  answer text,
  at timestamptz NOT NULL,
  PRIMARY KEY (org_id, person_id, key)
);
CREATE INDEX command_by_age ON command USING brin (at);

CREATE TABLE notice (
  org_id integer NOT NULL,
  notice_id uuid NOT NULL DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  path text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (org_id, notice_id),
  FOREIGN KEY (org_id, person_id) REFERENCES person
);
CREATE INDEX notice_by_person ON notice (org_id, person_id, created_at DESC, notice_id);

-- What leaves the system waits here; tick delivers it and tries again later when that fails.
CREATE TABLE outbox (
  org_id integer NOT NULL,
  outbox_id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider text NOT NULL,
  subject text NOT NULL,
  message jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  next_due_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  sent_at timestamptz,
  failure text,
  PRIMARY KEY (org_id, outbox_id)
);
CREATE INDEX outbox_due ON outbox (next_due_at) WHERE next_due_at IS NOT NULL;
CREATE INDEX outbox_by_subject ON outbox (provider, subject, created_at);

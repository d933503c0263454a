-- The audit log: append-only, sealed afterwards in hash-chained batches, so that no write waits for another's hash.

CREATE TABLE audit_entry (
  org_id integer NOT NULL,
  entry_id bigint GENERATED ALWAYS AS IDENTITY,
  -- the writing transaction: a batch holds the entries of transactions that had all ended when it was sealed
  txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  person_id uuid,
  procedure text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('write', 'read')),
  detail jsonb NOT NULL,
  PRIMARY KEY (org_id, txid, entry_id)
);

CREATE TABLE audit_seal (
  org_id integer NOT NULL,
  seal_number bigint NOT NULL,
  from_txid xid8 NOT NULL,
  until_txid xid8 NOT NULL,
  entries bigint NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (org_id, seal_number)
);

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- One line per entry, in a form that does not depend on settings of the session that reads it.
CREATE FUNCTION audit_line(e audit_entry) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(E'\x1f', e.org_id, e.entry_id, e.txid, (extract(epoch FROM e.at) * 1000000)::bigint,
    coalesce(e.person_id::text, '-'), e.procedure, e.kind, e.detail::text)
$$;

-- The hash of a batch: the previous hash and the hashes of its lines, in order.
CREATE FUNCTION audit_batch_hash(org integer, from_txid xid8, until_txid xid8, previous_hash bytea)
RETURNS TABLE (entries bigint, hash bytea) LANGUAGE sql STABLE AS $$
  SELECT count(*), sha256(previous_hash || coalesce(
    string_agg(sha256(convert_to(audit_line(e), 'UTF8')), ''::bytea ORDER BY e.txid, e.entry_id), ''::bytea))
  FROM audit_entry e
  WHERE e.org_id = org AND e.txid >= from_txid AND e.txid < until_txid
$$;

-- Seals what every ended transaction of one institution wrote since the last seal. Gives how many entries.
CREATE FUNCTION seal_audit(org integer, sealed_at timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  last audit_seal;
  horizon xid8 := pg_snapshot_xmin(pg_current_snapshot());
  batch record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('seal_audit'), org);
  SELECT * INTO last FROM audit_seal s WHERE s.org_id = org ORDER BY seal_number DESC LIMIT 1;
  IF last.until_txid >= horizon THEN RETURN 0; END IF;
  SELECT * INTO batch FROM audit_batch_hash(org, coalesce(last.until_txid, '0'), horizon, coalesce(last.hash, ''::bytea));
  IF batch.entries = 0 THEN RETURN 0; END IF;
  INSERT INTO audit_seal VALUES (org, coalesce(last.seal_number, 0) + 1, coalesce(last.until_txid, '0'), horizon,
    batch.entries, coalesce(last.hash, ''::bytea), batch.hash, sealed_at);
  RETURN batch.entries;
END $$;

-- Every seal recomputed: rows that do not add up. Nothing comes back when the log is whole.
CREATE FUNCTION audit_faults() RETURNS TABLE (org_id integer, seal_number bigint, reason text) LANGUAGE sql STABLE AS $$
  SELECT s.org_id, s.seal_number,
    CASE
      WHEN s.previous_hash <> coalesce(p.hash, ''::bytea) THEN 'does not follow the seal before it'
      WHEN s.from_txid <> coalesce(p.until_txid, '0') THEN 'leaves a gap after the seal before it'
      WHEN b.entries <> s.entries THEN 'holds ' || b.entries || ' entries instead of ' || s.entries
      ELSE 'an entry was changed'
    END
  FROM audit_seal s
  LEFT JOIN audit_seal p ON p.org_id = s.org_id AND p.seal_number = s.seal_number - 1
  CROSS JOIN LATERAL audit_batch_hash(s.org_id, s.from_txid, s.until_txid, s.previous_hash) b
  WHERE s.previous_hash <> coalesce(p.hash, ''::bytea) OR s.from_txid <> coalesce(p.until_txid, '0')
    OR b.entries <> s.entries OR b.hash <> s.hash
    OR (s.seal_number > 1 AND p.seal_number IS NULL)
  ORDER BY s.org_id, s.seal_number
$$;

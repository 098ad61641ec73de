-- The ledger: each consent record is chained by its hash to the one before it of the same subject, and heads that are
-- signed at intervals cover all of them. Format, step by step: docs/ledger.md. Everything here can be computed without
-- the service; ConsentRecord computes the same in Java, and a test compares the two.

-- Further evidence, name by name, where a way to choose has some (a sale, a confirmation). Text; what would be personal
-- is there as a ciphertext only, so that the chain still verifies once its key is destroyed.
ALTER TABLE consent_record
    ADD COLUMN details        jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN previous_hash  bytea,
    ADD COLUMN hash           bytea;

-- The hash of the subject's last consent record: it comes with the row that a change locks anyway. NULL before the first.
ALTER TABLE preferences ADD COLUMN ledger_head bytea;

-- A text with its length in bytes before it, so that no two lists of texts read the same.
CREATE FUNCTION ledger_netstring(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT octet_length(convert_to(value, 'UTF8')) || ':' || value || ','
$$;

-- What a consent record says, in the one form that is hashed.
CREATE FUNCTION consent_record_canonical(record consent_record) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT convert_to(
        ledger_netstring('consent-record/1')
        || ledger_netstring(record.key)
        || ledger_netstring(record.version::text)
        || ledger_netstring(to_char(record.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || ledger_netstring(record.source)
        || ledger_netstring(record.actor)
        || ledger_netstring(record.notice_version)
        || ledger_netstring(record.language)
        || ledger_netstring(jsonb_array_length(record.changes -> 'list')::text)
        || coalesce((
            SELECT string_agg(
                       ledger_netstring(change -> 'cell' ->> 'purpose')
                       || ledger_netstring(change -> 'cell' ->> 'channel')
                       || ledger_netstring(change -> 'cell' ->> 'brand')
                       || ledger_netstring(change ->> 'allowed'),
                       '' ORDER BY place)
              FROM jsonb_array_elements(record.changes -> 'list') WITH ORDINALITY AS listed (change, place)), '')
        || ledger_netstring((SELECT count(*) FROM jsonb_object_keys(record.details))::text)
        || coalesce((
            SELECT string_agg(ledger_netstring(name) || ledger_netstring(value), '' ORDER BY name COLLATE "C")
              FROM jsonb_each_text(record.details) AS detail (name, value)), ''),
        'UTF8')
$$;

-- One link: what a record becomes once it is chained to the record before it. Before the first there are 32 zero bytes.
CREATE FUNCTION ledger_link(previous bytea, canonical bytea) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(coalesce(previous, decode(repeat('00', 32), 'hex')) || canonical)
$$;

-- As a window function over a subject's records it gives the hash of each.
CREATE AGGREGATE ledger_chain(bytea) (SFUNC = ledger_link, STYPE = bytea);

-- The records that there are already.
ALTER TABLE consent_record DISABLE TRIGGER consent_record_is_append_only;

WITH chained AS (
    SELECT id, key, version, ledger_chain(consent_record_canonical(record)) OVER (PARTITION BY key ORDER BY version) AS hash
      FROM consent_record AS record
), linked AS (
    SELECT id, hash, lag(hash, 1, decode(repeat('00', 32), 'hex')) OVER (PARTITION BY key ORDER BY version) AS previous
      FROM chained
)
UPDATE consent_record SET previous_hash = linked.previous, hash = linked.hash
  FROM linked WHERE linked.id = consent_record.id;

ALTER TABLE consent_record ENABLE TRIGGER consent_record_is_append_only;

UPDATE preferences SET ledger_head = last.hash
  FROM (SELECT DISTINCT ON (key) key, hash FROM consent_record ORDER BY key, version DESC) AS last
 WHERE last.key = preferences.key;

ALTER TABLE consent_record
    ALTER COLUMN previous_hash SET NOT NULL,
    ALTER COLUMN hash SET NOT NULL,
    ADD CHECK (octet_length(previous_hash) = 32 AND octet_length(hash) = 32);

-- Whoever adds a record without a hash has it chained here: an instance of the version before this one, that still runs
-- during an update, or a bulk import. It costs nothing where the hash is there.
CREATE FUNCTION chain_consent_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT hash INTO NEW.previous_hash FROM consent_record WHERE key = NEW.key ORDER BY version DESC LIMIT 1;
    NEW.previous_hash := coalesce(NEW.previous_hash, decode(repeat('00', 32), 'hex'));
    NEW.hash := ledger_link(NEW.previous_hash, consent_record_canonical(NEW));
    UPDATE preferences SET ledger_head = NEW.hash WHERE key = NEW.key;
    RETURN NEW;
END $$;

CREATE TRIGGER consent_record_is_chained
    BEFORE INSERT ON consent_record
    FOR EACH ROW WHEN (NEW.hash IS NULL) EXECUTE FUNCTION chain_consent_record();

-- A record that is erased because its time is over leaves its place and its hash behind, so that heads and chains still
-- verify; neither says anything about anybody.
CREATE TABLE released_record (
    id    bigint  PRIMARY KEY,
    hash  bytea   NOT NULL
);

CREATE FUNCTION leave_hash_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO released_record (id, hash) VALUES (OLD.id, OLD.hash);
    RETURN NULL;
END $$;

CREATE TRIGGER consent_record_leaves_its_hash
    AFTER DELETE ON consent_record
    FOR EACH ROW EXECUTE FUNCTION leave_hash_of_evidence();

-- A signed head covers the records with IDs above after_id and up to up_to_id: the root of the Merkle tree (RFC 9162)
-- over their hashes in the order of the IDs. Each head names the hash of the head before it.
CREATE TABLE ledger_head (
    sequence   bigint      PRIMARY KEY CHECK (sequence > 0),
    after_id   bigint      NOT NULL,
    up_to_id   bigint      NOT NULL UNIQUE CHECK (up_to_id > after_id),
    records    integer     NOT NULL CHECK (records > 0),
    signed_at  timestamptz NOT NULL,
    jws        text        NOT NULL
);

CREATE FUNCTION refuse_change_of_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;

CREATE TRIGGER ledger_head_is_append_only
    BEFORE UPDATE OR DELETE ON ledger_head
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger();

CREATE TRIGGER released_record_is_append_only
    BEFORE UPDATE OR DELETE ON released_record
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ledger();

-- Which member of staff looked at whose evidence, and what for (retention rule access-log of the register). Whose is told
-- by a keyed hash, for this outlives an erasure.
CREATE TABLE evidence_access (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    accessed_at timestamptz NOT NULL,
    account     text        NOT NULL,
    client      text        NOT NULL,
    what        text        NOT NULL,
    subject_ref text,
    purpose     text
);

CREATE INDEX evidence_access_by_time ON evidence_access (accessed_at);

COMMENT ON TABLE evidence_access IS 'Who of the staff looked at evidence; subject_ref is NULL if at all of it';
